"""A shipped model: a .model3 file, which holds one language, in the language of the user."""

from qgis.core import QgsProcessingModelAlgorithm

from .i18n import mark, tr

# Name of the file and of the model -> what it is called in the toolbox. full_plan calls others, so it comes last.
SHIPPED_MODELS = {
    'security_pattern': mark('Ecological security pattern (security_pattern)'),
    'corridor_ranking': mark('Ranking of corridors (corridor_ranking)'),
    'supply_demand_zoning': mark('Supply-demand zoning (supply_demand_zoning)'),
    'collaborative_plan': mark('Collaborative plan (collaborative_plan)'),
    'full_plan': mark('Full restoration plan (full_plan)'),
}
GROUP = mark('Models')
UNTRANSLATED = ('ALG_CREATOR', 'ALG_HELP_CREATOR', 'ALG_VERSION')


class ShippedModel(QgsProcessingModelAlgorithm):
    """Names and help are translated, and missing results are named; it runs as the model in the file does."""

    def createInstance(self):  # noqa: N802, names QGIS calls
        # QGIS runs and checks a copy, which would otherwise be a plain model. The texts are copied as they are now.
        copy = type(self)()
        copy.loadVariant(self.toVariant())
        copy.setProvider(self.provider())
        copy.setSourceFilePath(self.sourceFilePath())
        return copy

    def displayName(self):  # noqa: N802
        return tr(SHIPPED_MODELS.get(self.name(), self.name()))

    def group(self):
        return tr(GROUP)

    def groupId(self):  # noqa: N802
        # QGIS would take the group itself, in whatever language it is.
        return GROUP

    def checkParameterValues(self, parameters, context):  # noqa: N802
        sound, message = super().checkParameterValues(parameters, context)
        if not sound:
            return sound, message
        # Not the definitions of the parameters: while QGIS loads the tools, models do not know their steps yet.
        results = {f'{step}:{name}': result for step, child in self.childAlgorithms().items()
                   for name, result in child.modelOutputs().items()}
        missing = [name for name, result in results.items() if result.isMandatory() and parameters.get(name) is None]
        if not missing:
            return True, ''
        return False, tr('Later steps of the model need results that were given no place, and QGIS makes no result '
                         'without one. Give each a file or TEMPORARY_OUTPUT: {names}.',
                         names=' '.join(f'--{name}=TEMPORARY_OUTPUT' for name in missing))

    def translate(self):
        """Puts the texts of the model into the language of the user; ids and names of parameters stay."""
        for child in self.childAlgorithms().values():
            outputs = child.modelOutputs()
            for definition in outputs.values():
                definition.setDescription(tr(definition.description()))
            child.setModelOutputs(outputs)
            self.setChildAlgorithm(child)
        for definition in self.parameterDefinitions():
            if not definition.isDestination():
                definition.setDescription(tr(definition.description()))
                definition.setHelp(tr(definition.help()))
        self.setHelpContent({key: text if key in UNTRANSLATED else tr(text)
                             for key, text in self.helpContent().items()})
