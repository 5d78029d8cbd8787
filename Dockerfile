# The packages, all of them: the build needs the ones for development too.
FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY patches ./patches
RUN npm ci --no-audit --no-fund

FROM packages AS build
COPY . .
RUN GATEHOUSE_STANDALONE=1 npm run build

# What runs: a server with its own few modules, no npm install, not as root.
FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 HOSTNAME=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=build --chown=node:node /app/.next/standalone ./
COPY --from=build --chown=node:node /app/.next/static ./.next/static
COPY --from=build --chown=node:node /app/public ./public
# Avatars and the logo, where no S3_BUCKET is set: a volume, for one instance.
RUN install -d -o node -g node .data
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/live`).then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Once before the servers: docker run … node src/db/migrate.mjs
CMD ["node", "--import", "./src/guard/index.mjs", "server.js"]
