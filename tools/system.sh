#!/usr/bin/env bash
# Installs the Debian or Ubuntu packages that are missing, and those named as arguments; does nothing where all are
# there.
set -euo pipefail
wanted=(qgis python3-qgis qgis-providers python3-gdal python3-scipy python3-venv qttools5-dev-tools xvfb
        fonts-dejavu-core fonts-noto-cjk "$@")
missing=()
for name in "${wanted[@]}"; do
    dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
done
[ ${#missing[@]} -eq 0 ] && exit 0
echo "Installing: ${missing[*]}"
as_root=()
[ "$(id -u)" -eq 0 ] || as_root=(sudo)
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" \
    > /dev/null
