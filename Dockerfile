# krr-conformance as an image: the package with its bundle, Chromium from Debian, nobody's rights. docs/ci.md says how to run it.
# Pin the base by digest where you build (docker buildx imagetools inspect node:24-bookworm-slim): none could be looked up here.
ARG BASE=node:24-bookworm-slim

FROM ${BASE} AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run package -- --pack-destination /tmp
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev && tar --extract --gzip --strip-components=1 --file /tmp/krr-conformance-*.tgz

FROM ${BASE}
RUN apt-get update \
 && apt-get install --yes --no-install-recommends ca-certificates chromium \
 && rm -rf /var/lib/apt/lists/*
COPY --from=build /app /opt/krr-conformance
RUN ln -s /opt/krr-conformance/bin/krr.mjs /usr/local/bin/krr \
 && install --directory --owner=node --group=node --mode=0700 /work
# The root file system may be read-only (--read-only --tmpfs /tmp): what is written goes to /work and /tmp.
ENV KRR_BROWSER_PATH=/usr/bin/chromium \
    HOME=/tmp
USER node
WORKDIR /work
VOLUME /work
# Node is the first process, and hears SIGTERM itself: no shell and no npm between.
ENTRYPOINT ["node", "/opt/krr-conformance/bin/krr.mjs"]
CMD ["test"]
