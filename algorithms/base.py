"""What every tool shares, so that a tool is only its parameters, one core call, and its outputs."""

from qgis.core import QgsProcessingAlgorithm, QgsProcessingException
from qgis.PyQt.QtGui import QIcon

from ..ecorestore_plugin.core.errors import CancelledError, EcoRestoreError
from ..ecorestore_plugin.i18n import Language, mark, tr
from ..ecorestore_plugin.paths import ICONS, help_url
from ..ecorestore_plugin.qgis_io.help import help_page
from ..ecorestore_plugin.qgis_io.job import Job
from .parameters import file_output, number_output
from .stages import STAGES


class Tool(QgsProcessingAlgorithm):
    """A Processing tool.

    Class attributes, all plain literals wrapped in ``mark`` where a user reads them:
    ``tool_id`` (frozen for ever), ``stage`` (key of STAGES), ``label``, ``summary`` (one line), ``help``
    (what it does, formula, units, source), ``keywords`` (English and Chinese search words).
    """

    tool_id = ''
    stage = ''
    label = ''
    summary = ''
    help = ''
    keywords = ''

    def declare(self):
        """Yields parameter and output definitions."""
        raise NotImplementedError

    def compute(self, job):
        """Reads from, computes, and writes to the job."""
        raise NotImplementedError

    def check(self, values):
        """What is wrong with the parameters before anything is read: a translated sentence, or ''."""
        return ''

    # What QGIS asks for.

    def createInstance(self):
        return type(self)()

    def name(self):
        return self.tool_id

    def displayName(self):
        return tr(self.label)

    def group(self):
        return tr(STAGES[self.stage])

    def groupId(self):
        return self.stage

    def shortDescription(self):
        return tr(self.summary)

    def shortHelpString(self):
        return help_page(self)

    def helpUrl(self):
        return help_url(self.tool_id, Language().code)

    def tags(self):
        return [word.strip() for word in f'{self.keywords},{tr(self.keywords)}'.split(',') if word.strip()]

    def icon(self):
        return QIcon(str(ICONS / f'{self.stage}.svg'))

    def svgIconPath(self):
        return str(ICONS / f'{self.stage}.svg')

    def initAlgorithm(self, configuration=None):
        for definition in self.declare():
            if isinstance(definition, number_output):
                self.addOutput(definition.definition)
            else:
                self.addParameter(definition)
        self.addParameter(file_output(
            'RUN_RECORD', tr('Run record'),
            tr('A JSON file with the inputs, parameters, versions and times of this run, to repeat or audit it.'),
            'JSON (*.json)', optional=True, advanced=True))

    def checkParameterValues(self, parameters, context):
        sound, message = super().checkParameterValues(parameters, context)
        if not sound:
            return sound, message
        message = self.check(Job(self, parameters, context, None))
        return not message, message

    def processAlgorithm(self, parameters, context, feedback):
        job = Job(self, parameters, context, feedback)
        try:
            job.demand_inputs()
            self.compute(job)
            return job.finish()
        except CancelledError:
            return {}
        except EcoRestoreError as error:
            raise QgsProcessingException(tr(error.template).format(**error.values)) from error
        except OSError as error:
            raise QgsProcessingException(tr(
                'A file could not be read or written: {reason}. Check the path, the free space, and that no other '
                'program has it open.', reason=error)) from error
        except ImportError as error:
            # scipy is not part of every QGIS (Flatpak, the minimal Windows package).
            raise QgsProcessingException(tr(
                'This tool needs a Python library that this QGIS lacks ({reason}). On Windows install python3-scipy '
                'with the OSGeo4W setup, on Debian or Ubuntu the package python3-scipy.', reason=error)) from error
        finally:
            job.clean_up()


__all__ = ['Tool', 'mark', 'tr']
