"""The repository root is the plugin folder: tests import it under the name it has when installed."""

import importlib.util
import os
import sys
from pathlib import Path

import pytest

os.environ.setdefault('QT_QPA_PLATFORM', 'offscreen')
ROOT = Path(__file__).resolve().parent.parent

if 'ecorestore' not in sys.modules:
    spec = importlib.util.spec_from_file_location('ecorestore', ROOT / '__init__.py',
                                                  submodule_search_locations=[str(ROOT)])
    module = importlib.util.module_from_spec(spec)
    sys.modules['ecorestore'] = module
    spec.loader.exec_module(module)


@pytest.fixture(scope='session')
def shared():
    """The folder with other systems' expected results and real data, beside the checkout."""
    folder = Path(os.environ.get('ECORESTORE_SHARED', ROOT.parent / 'shared'))
    if not folder.is_dir():
        pytest.skip('needs the folder shared/ with expected results and real data beside the checkout')
    return folder
