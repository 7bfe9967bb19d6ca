# Built in two steps: the program with Maven, then only what runs. Same launcher, same jars, same understudy as in a
# source tree.
FROM eclipse-temurin:17-jdk AS build
RUN apt-get update && apt-get install -y --no-install-recommends maven && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN ./dramatis --version

FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 --home-dir /data --no-create-home dramatis \
    && install -d -o dramatis -g dramatis -m 700 /data
COPY --from=build /src/dramatis /opt/dramatis/dramatis
COPY --from=build /src/app/target/dramatis/lib /opt/dramatis/lib
COPY --from=build /src/models/understudy /opt/dramatis/models/understudy
COPY --from=build /src/LICENSE /src/NOTICE /opt/dramatis/
# native libraries are unpacked there at the first start, so they outlive the container
ENV DATA_DIR=/data DJL_CACHE_DIR=/data/native
VOLUME /data
USER dramatis
WORKDIR /data
ENTRYPOINT ["/opt/dramatis/dramatis"]
CMD ["chat"]
