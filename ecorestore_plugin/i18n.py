"""Translation of everything a user reads.

``tr`` translates now; ``mark`` only marks a literal for the catalogue, for texts that exist before the
translator is installed (class attributes, tables, core messages) and are translated when they are shown.
"""

from pathlib import Path

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

CONTEXT = 'EcoRestore'
CATALOGUES = Path(__file__).resolve().parent.parent / 'i18n'


def mark(text):
    return text


def tr(text, **values):
    """The text in the user's language, its placeholders filled after translating."""
    translated = QCoreApplication.translate(CONTEXT, text) if text else ''
    return translated.format(**values) if values else translated


def user_locale():
    """The locale QGIS runs in."""
    settings = QgsSettings()
    if settings.value('locale/overrideFlag', False, type=bool):
        return QLocale(settings.value('locale/userLocale', 'en_US'))
    return QLocale.system()


def load_translator(locale):
    """A translator with our catalogue for the locale, or None where there is none."""
    translator = QTranslator()
    if translator.load(locale, 'ecorestore', '_', str(CATALOGUES), '.qm'):
        return translator
    return None


class Language:
    """Translates into a language chosen for one document, whatever QGIS itself speaks."""

    def __init__(self, code=''):
        """``code`` is 'en', 'zh' or '' for the user's own."""
        self._translator = None
        if code == 'zh' or (not code and user_locale().language() == QLocale.Language.Chinese):
            self._translator = load_translator(QLocale('zh_CN'))
            self.code = 'zh'
        else:
            self.code = 'en'

    def tr(self, text, **values):
        # QTranslator, unlike QCoreApplication, takes a str of ASCII letters only, but bytes of any.
        translated = (self._translator.translate(CONTEXT, text.encode('utf-8'))
                      if self._translator and text else '') or text
        return translated.format(**values) if values else translated
