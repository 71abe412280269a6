"""Writes the shipped models to ecorestore_plugin/resources/models, so that they are reviewed as code.

Run by `make models` with the oldest supported QGIS; see model_steps for what they do.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from headless import provider_in_qgis  # noqa: E402
from model_steps import (  # noqa: E402
    collaborative_plan,
    corridor_ranking,
    full_plan,
    security_pattern,
    supply_demand_zoning,
)
from modelling import MODELS, Model  # noqa: E402


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument('--out', type=Path, default=MODELS, help='folder of the models')
    folder = options.parse_args().out
    with provider_in_qgis() as provider:
        for build in (security_pattern, corridor_ranking, supply_demand_zoning, collaborative_plan, full_plan):
            build(Model).save(folder)
            # full_plan calls the others as they are now.
            provider.refreshAlgorithms()


if __name__ == '__main__':
    main()
