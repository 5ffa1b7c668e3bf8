# The service as `npm run build` makes it: node, the built files, and the packages that they need. Nothing else.
# Where an image must not change under its name, name both stages' by its digest.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /src
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN node --import ./scripts/typescript.mjs scripts/build.ts
WORKDIR /src/dist/service
RUN npm ci --ignore-scripts --no-audit --no-fund

FROM node:24.21.0-bookworm-slim
WORKDIR /app
COPY --from=build /src/dist/service ./
RUN mkdir /data && chown 1000:1000 /data && chmod 700 /data
# Without a name, so that a platform can tell that it is not root. Its files are root's, and it writes in /data alone.
USER 1000:1000
# The last two: what threads ask of the system, and what is kept for new objects (scripts/little-memory.mjs).
ENV NODE_ENV=production MODE=production DATA_DIR=/data HOST=0.0.0.0 PORT=8787 MALLOC_ARENA_MAX=2 NODE_OPTIONS=--max-semi-space-size=8
VOLUME /data
EXPOSE 8787
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "start.js"]
