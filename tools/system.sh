#!/usr/bin/env bash
# Installs the Debian or Ubuntu packages that are missing, and those named as arguments; does nothing where all are
# there.
set -euo pipefail
wanted=(qgis python3-qgis qgis-providers python3-gdal python3-scipy python3-venv qttools5-dev-tools xvfb
        fonts-dejavu-core fonts-noto-cjk "$@")
# PostGIS is packaged per version of the server; the word stands for the one that fits.
server() {
    local version
    version=$(apt-cache show postgresql 2>/dev/null | sed -n 's/^Version: \([0-9]*\).*/\1/p' | head -n 1)
    echo "postgresql-${version:-15}-postgis-3"
}
missing=()
for name in "${wanted[@]}"; do
    [ "$name" = postgis-server ] && name=$(server)
    dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
done
[ ${#missing[@]} -eq 0 ] && exit 0
echo "Installing: ${missing[*]}"
as_root=()
[ "$(id -u)" -eq 0 ] || as_root=(sudo)
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" \
    > /dev/null
