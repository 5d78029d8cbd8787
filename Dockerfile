# The packages, all of them: the build needs the ones for development too.
FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY patches ./patches
RUN npm ci --no-audit --no-fund

FROM packages AS source
COPY . .

FROM source AS build
RUN GATEHOUSE_STANDALONE=1 npm run build && node scripts/image/build.mjs

FROM node:24-bookworm-slim AS worker-packages
WORKDIR /app/worker
COPY worker/package.json worker/package-lock.json ./
RUN npm ci --no-audit --no-fund

# Needs no build of the product's.
FROM source AS worker-build
COPY --from=worker-packages /app/worker/node_modules worker/node_modules
RUN node scripts/image/build-worker.mjs

# Runs the background jobs on Temporal: docker build --target worker
FROM node:24-bookworm-slim AS worker
ENV NODE_ENV=production
WORKDIR /app
# Of which commit it is, for the first line of the log.
ARG SOURCE_COMMIT
ENV SOURCE_COMMIT=$SOURCE_COMMIT
COPY --from=worker-build /app/dist/worker-image ./
RUN install -d -o node -g node .data /run/gatehouse
USER node
CMD ["node", "worker/dist/worker.mjs"]

# What runs: a server with its own few modules, no npm install, not as root. Nothing in it belongs to its user but two empty
# folders, which are there to be mounted over.
FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 HOSTNAME=0.0.0.0 PORT=3000
WORKDIR /app
ARG SOURCE_COMMIT
ENV SOURCE_COMMIT=$SOURCE_COMMIT
COPY --from=build /app/dist/image ./
# Avatars and the logo, where no S3_BUCKET is set: a volume, for one instance. And the secrets that Compose keeps.
RUN install -d -o node -g node .data /run/gatehouse && ln -s /app/gatehouse.mjs /usr/local/bin/gatehouse
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s CMD ["gatehouse", "health"]
# docker run … gatehouse migrate, before the servers. The other words: docs/deploy/docker.md
ENTRYPOINT ["gatehouse"]
CMD ["serve"]
