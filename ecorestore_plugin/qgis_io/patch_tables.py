"""Connectivity indices as columns of a layer and a table."""

from __future__ import annotations

import re

SHARES = ('intra', 'flux', 'connector')


def field_name(name, taken=()):
    """A name that every format takes as a field: letters, digits and underscores, unlike those taken."""
    plain = re.sub(r'\W+', '_', name).strip('_').lower()
    found, number = plain, 2
    while found in taken:
        found, number = f'{plain}_{number}', number + 1
    return found


def patch_columns(patches, found):
    """Fields per patch for the first dispersal distance, and pc_delta for every further one.

    Parameters
    ----------
    patches : PatchSet
    found : list of core Connectivity, one per dispersal distance
    """
    first = found[0]
    columns = {'source_id': patches.ids, 'attribute': patches.values, 'component': first.components,
               'degree': first.degree}
    if first.by_pc is None:
        return columns
    columns['between'] = first.betweenness
    for name, part in (('pc', first.by_pc), ('iic', first.by_iic)):
        columns[f'{name}_delta'] = part.delta
        columns.update({f'{name}_{share}': getattr(part, share) for share in SHARES})
        columns[f'{name}_between'] = part.betweenness
        columns[f'{name}_rank'] = part.ranks()
    for further in found[1:]:
        distance = f'{further.distance:g}'.replace('.', '_').replace('+', '')
        columns[f'pc_delta_{distance}'] = further.by_pc.delta
    return columns


def index_columns(found, later=None, changes=None):
    """One row per dispersal distance; with a second date its indices (ending in _2) and the changes."""
    columns = {'distance': [row.distance for row in found], 'probability': [row.probability for row in found],
               'threshold': [row.threshold for row in found], 'landscape': [row.landscape for row in found],
               **_indices(found, '')}
    if later:
        columns.update(_indices(later, '_2'))
        columns['area_change'] = [row.area for row in changes]
        columns['eca_change'] = [row.eca for row in changes]
        columns['change_ratio'] = [row.ratio for row in changes]
    return columns


def _indices(found, ending):
    columns = {
        'patches': [len(row.components) for row in found],
        'area': [row.area for row in found],
        'pc': [row.pc for row in found],
        'iic': [row.iic for row in found],
        'eca': [row.eca for row in found],
        'eca_percent': [100 * row.eca / row.area for row in found],
        'eca_iic': [row.eca_iic for row in found],
        'links': [row.links for row in found],
        'components': [int(row.components.max()) for row in found],
    }
    return {f'{name}{ending}': values for name, values in columns.items()}
