# The connector for servers. It needs DATABASE_URL and MASTER_KEY: the private PostgreSQL of a laptop is left out.
#   service   docker run -p 3000:3000 -e DATABASE_URL -e MASTER_KEY -e PUBLIC_URL <image>
#   worker    docker run --no-healthcheck -e DATABASE_URL -e MASTER_KEY -e PUBLIC_URL <image> dist/worker.js
#   operator  docker run --rm -e DATABASE_URL -e MASTER_KEY <image> dist/cli.js hire list --state parked
ARG NODE_TAG=24-bookworm-slim

FROM node:${NODE_TAG} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --omit=optional
COPY tsconfig.json ./
COPY .ci/make-sbom.mjs ./.ci/
COPY src ./src
# The simulated iCIMS is for development: it stays out of production. The list of packages is that of this image.
RUN npm run build && npm run build:sbom -- --omit=optional && rm -rf dist/sandbox

FROM node:${NODE_TAG} AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Optional are the binaries of the private PostgreSQL and a Node of our own; the image has its Node.
RUN npm ci --ignore-scripts --omit=dev --omit=optional && npm cache clean --force

FROM node:${NODE_TAG}
LABEL org.opencontainers.image.title="icims-immigration-connector" \
      org.opencontainers.image.description="Turns a hire in iCIMS into an immigration case" \
      org.opencontainers.image.licenses="UNLICENSED"
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json ./
COPY openapi ./openapi
COPY --from=build /app/dist ./dist
COPY --from=build /app/build ./build
USER node
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=4s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--enable-source-maps", "--max-semi-space-size=16", "--heap-growing-percent=60", "--no-allocation-site-pretenuring", "--v8-pool-size=1"]
CMD ["dist/main.js"]
