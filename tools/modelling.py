"""A model of the graphical modeler under construction: inputs and steps in words."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODELS = ROOT / 'ecorestore_plugin' / 'resources' / 'models'
COLUMN, LINE = 260, 110
NEEDED = 'needed'


class Input(str):
    """A parameter comes from the model's input of this name."""


class Expression(str):
    """A parameter is computed from the inputs of the model."""


class Step(tuple):
    """A parameter comes from an earlier step: (step, output)."""

    def __new__(cls, step, output):
        return super().__new__(cls, (step, output))


def defaults(algorithm):
    """The default of every parameter that must have a value; a model keeps its own."""
    from qgis.core import QgsProcessingParameterDefinition
    optional = QgsProcessingParameterDefinition.Flag.FlagOptional
    return {d.name(): d.defaultValue() for d in algorithm.parameterDefinitions()
            if not d.isDestination() and not d.flags() & optional and d.defaultValue() is not None}


class Model:
    """A model under construction."""

    def __init__(self, name, about):
        from qgis.core import QgsProcessingModelAlgorithm
        self.name = name
        self.model = QgsProcessingModelAlgorithm(name, 'Models', 'models')
        self.help = {'ALG_DESC': about, 'ALG_CREATOR': 'EcoRestore team'}
        self.places = {}

    def input(self, definition):
        from qgis.core import QgsProcessingModelParameter
        from qgis.PyQt.QtCore import QPointF
        component = QgsProcessingModelParameter(definition.name())
        number = len(self.places)
        self.places[definition.name()] = number
        component.setPosition(QPointF(150 + number % 6 * COLUMN, 60 + number // 6 * LINE))
        self.help[definition.name()] = definition.help()
        self.model.addModelParameter(definition, component)

    def condition(self, name, about, expression):
        """Adds a step that later steps may depend on: they run only where the expression holds."""
        self.step(name, 'native:condition', {}, about=about)
        child = self.model.childAlgorithm(name)
        child.setConfiguration({'conditions': [{'name': name, 'expression': expression}]})
        self.model.setChildAlgorithm(child)

    def step(self, name, algorithm, parameters, results=None, about='', only_if=''):
        """Adds a step.

        Parameters
        ----------
        parameters : dict parameter -> Input, Step, list of them, or a fixed value
        results : dict output of the step -> (name of the result, label), and NEEDED where a later step needs an
            output that the tool makes on request only
        only_if : a condition that must hold for the step to run
        """
        from qgis.core import (
            QgsProcessingModelChildAlgorithm,
            QgsProcessingModelChildDependency,
            QgsProcessingModelOutput,
        )
        from qgis.PyQt.QtCore import QPointF
        child = QgsProcessingModelChildAlgorithm(algorithm)
        if not child.algorithm():
            raise SystemExit(f'{self.name}: {algorithm} is unknown')
        known = {d.name() for d in child.algorithm().parameterDefinitions()}
        if not set(parameters) <= known:
            raise SystemExit(f'{self.name}, {name}: {set(parameters) - known} not in {sorted(known)}')
        child.setChildId(name)
        child.setDescription(about or child.algorithm().displayName())
        for key, value in {**defaults(child.algorithm()), **parameters}.items():
            tool_default = child.algorithm().parameterDefinition(key).defaultValue()
            child.addParameterSources(key, self.sources(value, tool_default))
        steps = len(self.model.childAlgorithms())
        place = QPointF(150 + steps % 6 * COLUMN, 400 + steps // 6 * 2 * LINE)
        child.setPosition(place)
        outputs = {}
        for position, (output, (result, label, *needed)) in enumerate((results or {}).items()):
            definition = QgsProcessingModelOutput(result, label)
            definition.setMandatory(bool(needed))
            definition.setChildId(name)
            definition.setChildOutputName(output)
            definition.setPosition(QPointF(place.x() + 60, place.y() + 50 + 30 * position))
            outputs[result] = definition
        child.setModelOutputs(outputs)
        if only_if:
            child.setDependencies([QgsProcessingModelChildDependency(only_if, only_if)])
        self.model.addChildAlgorithm(child)

    def sources(self, value, tool_default=None):
        from qgis.core import QgsProcessingModelChildParameterSource as Source
        if isinstance(value, list):
            return [self.sources(item)[0] for item in value]
        if isinstance(value, Input):
            return [self.from_input(str(value), tool_default)]
        if isinstance(value, Expression):
            return [Source.fromExpression(str(value))]
        if isinstance(value, Step):
            step, output = value
            child = self.model.childAlgorithm(step)
            if output not in [d.name() for d in child.algorithm().outputDefinitions()]:
                raise SystemExit(f'{self.name}: {step} has no output {output}')
            return [Source.fromChildOutput(step, output)]
        return [Source.fromStaticValue(value)]

    def from_input(self, name, tool_default):
        """The input of a model as the source of a parameter.

        qgis_process up to 3.22 hands on only what it was given, so that a step would fall back on the default of its
        tool; where the model has another default, an expression puts it in.
        """
        from qgis.core import QgsExpression
        from qgis.core import QgsProcessingModelChildParameterSource as Source
        if name not in self.places:
            raise SystemExit(f'{self.name}: no input {name}')
        own = self.model.parameterDefinition(name).defaultValue()
        if own is None or own == tool_default:
            return Source.fromModelParameter(name)
        return Source.fromExpression(f'coalesce(@{name}, {QgsExpression.quotedValue(own)})')

    def demand_what_is_needed(self):
        """Makes results that later steps read mandatory: QGIS makes no result that has no place to go, and a run that
        leaves one out is refused at once, by name, instead of failing halfway."""
        from qgis.core import QgsProcessingModelAlgorithm
        children = self.model.childAlgorithms()
        read = {(source.outputChildId(), source.outputName()) for child in children.values()
                for sources in child.parameterSources().values() for source in sources if source.outputChildId()}
        # What a model among the steps demands itself.
        read |= {(name, f'{step}:{result}') for name, child in children.items()
                 if isinstance(child.algorithm(), QgsProcessingModelAlgorithm)
                 for step, inner in child.algorithm().childAlgorithms().items()
                 for result, output in inner.modelOutputs().items() if output.isMandatory()}
        for name, child in children.items():
            outputs = child.modelOutputs()
            for definition in outputs.values():
                if (name, definition.childOutputName()) in read:
                    definition.setMandatory(True)
            child.setModelOutputs(outputs)
            self.model.setChildAlgorithm(child)

    def save(self, folder=MODELS):
        self.demand_what_is_needed()
        self.model.setHelpContent(self.help)
        sound, messages = self.model.validate()
        if not sound:
            raise SystemExit(f'{self.name}: {messages}')
        if not self.model.canExecute()[0]:
            raise SystemExit(f'{self.name}: {self.model.canExecute()[1]}')
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f'{self.name}.model3'
        if not self.model.toFile(str(path)):
            raise SystemExit(f'{path} could not be written')
        print(path, len(self.model.childAlgorithms()), 'steps')
        return self.model
