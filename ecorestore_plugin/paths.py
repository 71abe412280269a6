"""Where the plugin keeps its things, and what it is called."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ICONS = ROOT / 'icons'
RESOURCES = ROOT / 'ecorestore_plugin' / 'resources'
STYLES = RESOURCES / 'styles'
MODELS = RESOURCES / 'models'
TABLES = RESOURCES / 'tables'
HELP = ROOT / 'docs' / 'tools'


def metadata(key):
    """One value of metadata.txt, '' where it is missing."""
    for line in (ROOT / 'metadata.txt').read_text(encoding='utf-8').splitlines():
        name, _, value = line.partition('=')
        if name.strip() == key:
            return value.strip()
    return ''


def help_url(tool_id, language='en'):
    """The page of a tool: the local copy that ships with the plugin, so that help needs no network."""
    page = HELP / 'zh' / f'{tool_id}.html' if language == 'zh' else HELP / f'{tool_id}.html'
    return page.as_uri() if page.exists() else ''
