#!/usr/bin/env bash
# Over HTTP: send a picture, read the verdict, fetch the overlay, ask back.
#   npx gumsa serve &
#   examples/http.sh examples/casting/test/hole/01.jpg
set -euo pipefail
gumsa=${GUMSA_URL:-http://127.0.0.1:8080}
picture=${1:?a picture}

json=$(curl -sS --fail-with-body "$gumsa/v1/inspections?language=en&fileName=$(basename "$picture")" \
  -H 'content-type: image/jpeg' --data-binary "@$picture")
field() { node -pe 'JSON.parse(require("fs").readFileSync(0))'"$1" <<<"$json"; }
id=$(field .id)
echo "$id: $(field .verdict.kind), p-value $(field .verdict.pValue)"

curl -sS --fail-with-body "$gumsa/v1/inspections/$id/images/overlay" -o "${2:-overlay.png}"
echo "the finding is drawn in ${2:-overlay.png}"
