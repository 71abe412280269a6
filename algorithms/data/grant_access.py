"""Tool: who may see and write what in the store on a server."""

from ...ecorestore_plugin.core.checks import stop_if
from ...ecorestore_plugin.datastore.postgis import grant_access, revoke_access
from ...ecorestore_plugin.datastore.standard import ACCESS
from ...ecorestore_plugin.qgis_io.store import seat_prefix
from ...ecorestore_plugin.qgis_io.store_access import dsn_of
from ..base import Tool, mark, tr
from ..parameters import choice, connection, flag, number_output, table_output, text


class GrantAccess(Tool):
    tool_id = 'grantaccess'
    stage = 'data'
    label = mark('Grant access')
    summary = mark('Admits members to the store on a PostgreSQL server, with their level and unit, or takes them out.')
    help = mark(
        'Makes a login role of the server a member of the store, with a level and, below the province, the code of its '
        'unit. The server enforces it for every query, view, function and program (forced row-level security):\n\n'
        'public sees what is open to the public;\n'
        'county sees that, and what is open to counties in its own unit;\n'
        'city sees that, and what is open to cities, in all its counties;\n'
        'province sees everything.\n\n'
        'A member may write, where granted, only rows with the code of its own unit or below. Who is no member sees '
        'nothing, the owner of the tables included; only superusers of the server stand above the rules, so do not '
        'work as one.\n\n'
        'A role that does not exist can be made without a password; whoever keeps the server sets one. Passwords never '
        'pass through this tool.')
    keywords = mark('access, permissions, members, roles, row-level security, PostgreSQL, county, city, province')

    def declare(self):
        yield connection('CONNECTION', tr('Connection'), tr(
            'A PostgreSQL connection that QGIS keeps, of whoever keeps the store.'))
        yield text('MEMBER', tr('Member'), tr('Name of a login role of the server.'))
        yield choice('ACTION', tr('Action'), tr('grant admits or changes a member, revoke takes it out.'),
                     ('grant', 'revoke'), 'grant')
        yield choice('LEVEL', tr('Level'), tr('Level of government of the member.'), ACCESS, 'county')
        yield text('UNIT', tr('Unit code'), tr('Code of the county or city of the member.'), optional=True)
        yield flag('WRITE', tr('May write'), tr('The member may add and change rows of its own unit.'), False)
        yield flag('CREATE', tr('Make the role'), tr('Makes the login role where it does not exist, without a '
                                                     'password.'), False)
        yield table_output('MEMBERS', tr('Members'), tr('member, level, prefix, may_write, granted_by, granted_at.'),
                           optional=True)
        yield number_output('COUNT', tr('Number of members'))

    def compute(self, job):
        stop_if(job.cancelled)
        dsn, member = dsn_of(job.connection('CONNECTION')), job.text('MEMBER').strip()
        if job.choice('ACTION') == 'revoke':
            rows = revoke_access(dsn, member)
            job.say(tr('{member} is no member any more.', member=member))
        else:
            rows = grant_access(dsn, member, job.choice('LEVEL'), seat_prefix(job.text('UNIT')), job.flag('WRITE'),
                                job.flag('CREATE'))
            job.say(tr('{member} is a member at the level {level}.', member=member, level=job.choice('LEVEL')))
        keys = ('member', 'level', 'prefix', 'may_write', 'granted_by', 'granted_at')
        job.write_table('MEMBERS', {key: [row[place] for row in rows] for place, key in enumerate(keys)})
        job.set_number('COUNT', len(rows))
