"""The shipped models: in the language of the user, with their own defaults, and clear about what they need."""

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingModelAlgorithm, QgsProcessingModelChildParameterSource
from qgis.PyQt.QtCore import QCoreApplication, QLocale

from ecorestore.ecorestore_plugin.i18n import load_translator
from ecorestore.ecorestore_plugin.paths import MODELS
from ecorestore.ecorestore_plugin.shipped_model import SHIPPED_MODELS, ShippedModel

CHINESE = range(0x4e00, 0xa000)
# Names that are the same in both languages.
SAME = {'NDVI'}


@pytest.fixture
def chinese(qgis_app):
    translator = load_translator(QLocale('zh_CN'))
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def load(name):
    model = ShippedModel()
    assert model.fromFile(str(MODELS / f'{name}.model3'))
    model.translate()
    return model


@pytest.mark.parametrize('name', SHIPPED_MODELS)
def test_everything_to_read_is_chinese(provider, chinese, name):
    model = load(name).create()
    texts = [model.displayName(), model.group()]
    texts += [definition.description() for definition in model.parameterDefinitions()]
    texts += [text for key, text in model.helpContent().items() if key != 'ALG_CREATOR']
    assert len(texts) > 20
    assert [text for text in texts if text and text not in SAME and not any(ord(c) in CHINESE for c in text)] == []


@pytest.mark.parametrize('name', SHIPPED_MODELS)
def test_ids_and_names_do_not_follow_the_language(provider, qgis_app, name):
    english = load(name)
    translator = load_translator(QLocale('zh_CN'))
    QCoreApplication.installTranslator(translator)
    try:
        chinese = load(name)
    finally:
        QCoreApplication.removeTranslator(translator)
    for one, other in ((english, chinese), (english.create(), chinese.create())):
        assert one.name() == other.name() == name
        assert one.groupId() == other.groupId()
        assert [d.name() for d in one.parameterDefinitions()] == [d.name() for d in other.parameterDefinitions()]
        assert [d.name() for d in one.outputDefinitions()] == [d.name() for d in other.outputDefinitions()]
    assert english.displayName() != name and name in english.displayName()


def results_read(model):
    """'step:OUTPUT' of every result that a step of the model takes, or that a model among its steps takes."""
    read = {f'{source.outputChildId()}:{source.outputName()}' for child in model.childAlgorithms().values()
            for sources in child.parameterSources().values() for source in sources if source.outputChildId()}
    for step, child in model.childAlgorithms().items():
        inner = child.algorithm()
        if inner.name() in SHIPPED_MODELS:
            inside = results_read(inner)
            read |= {f'{step}:{one}:{result}' for one, grandchild in inner.childAlgorithms().items()
                     for result, output in grandchild.modelOutputs().items()
                     if f'{one}:{output.childOutputName()}' in inside}
    return read


@pytest.mark.parametrize('name', SHIPPED_MODELS)
def test_results_that_later_steps_read_are_demanded(provider, monkeypatch, name):
    """A result is needed if any step takes it as its input, here or inside a model among the steps."""
    model = provider.algorithm(name).create()
    read = results_read(model)
    needed, free = set(), set()
    for step, child in model.childAlgorithms().items():
        for result, output in child.modelOutputs().items():
            (needed if f'{step}:{output.childOutputName()}' in read else free).add(f'{step}:{result}')
    assert needed and free
    # Whatever QGIS itself would say of inputs is not asked here.
    monkeypatch.setattr(QgsProcessingModelAlgorithm, 'checkParameterValues', lambda *_: (True, ''))
    given = dict.fromkeys(needed, 'TEMPORARY_OUTPUT')
    assert model.checkParameterValues(given, QgsProcessingContext())[0]
    for left_out in sorted(needed):
        sound, message = model.checkParameterValues({**given, left_out: None}, QgsProcessingContext())
        assert not sound and message.count('--') == 1 and f'--{left_out}=TEMPORARY_OUTPUT' in message


@pytest.mark.parametrize('name', SHIPPED_MODELS)
def test_a_model_keeps_its_own_defaults(provider, name):
    """The command line of QGIS 3.22 hands on only what it is given: where the default of the model is another than
    that of the tool, an expression has to put it in."""
    model = provider.algorithm(name).create()
    plain = QgsProcessingModelChildParameterSource.Source.ModelParameter
    lost = []
    for step, child in model.childAlgorithms().items():
        for parameter, sources in child.parameterSources().items():
            for source in sources:
                if source.source() != plain:
                    continue
                own = model.parameterDefinition(source.parameterName()).defaultValue()
                tool = child.algorithm().parameterDefinition(parameter).defaultValue()
                if own is not None and own != tool:
                    lost.append((step, parameter, own, tool))
    assert lost == []
