"""The numbered stages of the planning workflow; keys are group ids and never change."""

from ..ecorestore_plugin.i18n import mark

STAGES = {
    'prepare': mark('1 Prepare'),
    'sources': mark('2 Ecological sources'),
    'resistance': mark('3 Resistance'),
    'network': mark('4 Corridors and network'),
    'circuit': mark('5 Circuit theory'),
    'supply': mark('6 Ecosystem service supply'),
    'demand': mark('7 Ecosystem service demand'),
    'matching': mark('8 Supply and demand'),
    'resilience': mark('9 Resilience'),
    'zoning': mark('10 Zoning'),
    'collaboration': mark('11 Collaboration'),
    'monitoring': mark('12 Monitoring and evaluation'),
    'data': mark('13 Shared data'),
    'report': mark('14 Report'),
}
