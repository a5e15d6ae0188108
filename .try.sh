npx esbuild bin/overdue-sim.ts --bundle --platform=node --format=cjs --outfile=/tmp/advice-od.cjs --log-level=error
