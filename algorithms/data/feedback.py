"""Tool: what the public says, by unit and status."""

import numpy as np

from ...ecorestore_plugin.core.errors import EmptyInputError
from ...ecorestore_plugin.datastore.standard import check_rows, match_columns, read_standard
from ...ecorestore_plugin.qgis_io.overlay import first_containing
from ...ecorestore_plugin.qgis_io.store import days_between
from ..base import Tool, mark, tr
from ..parameters import field, number_output, table_output, vector, vector_output

ANSWERED = ('answered', 'closed', 'rejected')


class Feedback(Tool):
    tool_id = 'feedback'
    stage = 'data'
    label = mark('Public feedback')
    summary = mark('Summarises feedback of the public by unit, topic and status, with the share and the time of '
                   'replies.')
    help = mark(
        'Public feedback is collected as points: place, time, topic, message, photograph, status, reply. The project '
        'that Create data store makes has the form for it, for the desktop and for field applications that read QGIS '
        'projects; the answers come back by Import data.\n\n'
        'This tool checks the points against the data standard, finds the unit each lies in, and summarises per unit: '
        'number, status, topics, share with a reply, median days until the reply. Points outside every unit are '
        'counted on their own.\n\n'
        'Give the feedback layer of the store, or any layer with its fields.\n\n'
        'Source: feedback platform of public participation, Peng 2025, doi:10.61360/BoniGHSS252018890606.')
    keywords = mark('public participation, feedback, complaints, citizen reports, reply, status, form')

    def declare(self):
        yield vector('FEEDBACK', tr('Feedback'), tr('Points with feedback_id, time, topic, message, status, and '
                                                    'optionally photo, reply, reply_time.'), 'point')
        yield vector('UNITS', tr('Administrative units'), tr('Polygons to summarise by.'), 'polygon')
        yield field('UNIT_CODE', tr('Unit code'), tr('Field with a unique code per unit.'), 'UNITS', 'unit_code',
                    optional=True)
        yield field('UNIT_NAME', tr('Unit name'), tr('Field with the name of the unit; the code where it is missing.'),
                    'UNITS', 'unit_name', optional=True)
        yield vector_output('OUTPUT', tr('Units with feedback'), tr(
            'Units with feedback (number), a field per status, replied (share), reply_days (median), main_topic.'),
            'polygon')
        yield table_output('TOPICS', tr('Topics'), tr('Per topic and status: number.'), optional=True)
        yield number_output('COUNT', tr('Number of reports'))
        yield number_output('OPEN', tr('Reports without a reply'))
        yield number_output('OUTSIDE', tr('Reports outside every unit'))

    def compute(self, job):
        standard = read_standard()
        layer = standard.layer('feedback')
        units = job.units('UNITS')
        points = job.features('FEEDBACK', ('point',), crs=units.crs)
        found, _ = match_columns(layer, points.columns)
        clean, findings = check_rows(layer, standard, {name: points.columns[key] for name, key in found.items()},
                                     points.ids)
        for finding in findings:
            job.warn(tr('{message} First: {place}, number: {count}.', place=finding.place or '-', count=finding.count,
                        message=tr(finding.message.template, **finding.message.values)))
        if 'status' not in clean or 'topic' not in clean:
            raise EmptyInputError('{name} has no field status or topic; it is no layer of feedback.', name=points.name)
        inside = first_containing([geometry.centroid() for geometry in points.geometries], units.geometries,
                                  cancelled=job.cancelled)
        states, topics = list(standard.codes['feedback_status']), list(standard.codes['feedback_topic'])
        self.write_units(job, units, inside, clean, states, topics)
        pairs = [(topic, state) for topic in topics for state in states]
        counts = [sum(one == topic and other == state for one, other in zip(clean['topic'], clean['status']))
                  for topic, state in pairs]
        job.write_table('TOPICS', {'topic': [topic for topic, _ in pairs], 'status': [state for _, state in pairs],
                                   'number': counts})
        waiting = sum(state not in ANSWERED for state in clean['status'])
        job.say(tr('{count} reports, {open} without a reply, {outside} outside every unit.', count=len(points),
                   open=waiting, outside=int((inside < 0).sum())))
        for name, value in (('COUNT', len(points)), ('OPEN', waiting), ('OUTSIDE', int((inside < 0).sum()))):
            job.set_number(name, value)

    @staticmethod
    def write_units(job, units, inside, clean, states, topics):
        moments = zip(clean.get('time', []), clean.get('reply_time') or [None] * len(inside))
        days = np.array([days_between(*pair) for pair in moments])
        columns = {'feedback': [], **{state: [] for state in states}, 'replied': [], 'reply_days': [],
                   'main_topic': []}
        for unit in range(len(units)):
            rows = np.flatnonzero(inside == unit)
            status = [clean['status'][row] for row in rows]
            said = [clean['topic'][row] for row in rows if clean['topic'][row]]
            known = days[rows][np.isfinite(days[rows])] if len(days) else np.zeros(0)
            columns['feedback'].append(len(rows))
            for state in states:
                columns[state].append(status.count(state))
            columns['replied'].append(sum(state in ANSWERED for state in status) / len(rows) if len(rows) else None)
            columns['reply_days'].append(float(np.median(known)) if len(known) else None)
            columns['main_topic'].append(max(topics, key=said.count) if said else None)
        job.write_vector('OUTPUT', {**units.columns(columns), **columns}, units.geometries, 'polygon', units.crs,
                         'units')
