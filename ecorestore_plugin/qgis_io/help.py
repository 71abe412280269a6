"""The help a tool shows, built from what it declares, so that it cannot drift."""

from html import escape

from ..i18n import mark, tr


def help_page(tool):
    """HTML: the tool's own text, then every parameter with its help."""
    parts = [_paragraphs(tr(tool.help))]
    visible = [definition for definition in tool.parameterDefinitions() if not definition.isDestination()]
    outputs = [definition for definition in tool.parameterDefinitions() if definition.isDestination()]
    for title, definitions in ((tr('Inputs'), visible), (tr('Outputs'), outputs)):
        if definitions:
            rows = ''.join(f'<p><b>{escape(d.description())}</b><br>{escape(d.help())}</p>' for d in definitions)
            parts.append(f'<h3>{escape(title)}</h3>{rows}')
    return ''.join(parts)


def _paragraphs(text):
    return ''.join(f'<p>{escape(block.strip())}</p>' for block in text.split('\n\n') if block.strip())


# Words of the generated documentation pages, kept here so that they are in the catalogue.
PAGE_WORDS = (mark('Name'), mark('Meaning'), mark('Type'), mark('Default'), mark('optional'), mark('Command line'))
