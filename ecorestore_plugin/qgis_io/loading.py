"""Styles on layers that Processing loads when a run is over."""

from qgis.core import QgsProcessingLayerPostProcessorInterface

from .styles import apply_style


class StyleOnLoad(QgsProcessingLayerPostProcessorInterface):
    """Applies a named style once the layer is loaded.

    Instances are kept on the class: QGIS holds no reference, and a collected post-processor is silently skipped.
    """

    waiting = {}

    @classmethod
    def of(cls, destination, style):
        cls.waiting[destination] = cls()
        cls.waiting[destination].style = style
        return cls.waiting[destination]

    def postProcessLayer(self, layer, context, feedback):  # noqa: N802, the name QGIS calls
        if not apply_style(layer, self.style):
            feedback.pushDebugInfo(f'{layer.name()}: {self.style}')
        layer.triggerRepaint()


def style_on_load(context, destination, style):
    """Registers the style for a layer that will be loaded; does nothing where none will."""
    if style and context.willLoadLayerOnCompletion(destination):
        context.layerToLoadOnCompletionDetails(destination).setPostProcessor(StyleOnLoad.of(destination, style))
