# Three stages: the browser's bundle, the published application, and what runs. docs/setup.md says how this was tried.
FROM node:20.19.5-bookworm-slim AS bundle
WORKDIR /source
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json ./
COPY src/ThreatBoard.Web src/ThreatBoard.Web
RUN npm run build

FROM mcr.microsoft.com/dotnet/sdk:10.0.401-noble AS publish
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig BannedSymbols.txt ./
COPY src src
COPY migrations migrations
COPY wwwroot wwwroot
COPY --from=bundle /source/wwwroot/js wwwroot/js
RUN dotnet publish src/ThreatBoard.Web/ThreatBoard.Web.csproj -c Release -o /published -p:RunAnalyzers=false

FROM mcr.microsoft.com/dotnet/aspnet:10.0.12-noble
WORKDIR /app
COPY --from=publish /published ./
# The image's own unprivileged user; /state holds where it answers; all of value is in PostgreSQL.
RUN mkdir /state && chown $APP_UID /state && chmod 700 /state
# So that it is called as everywhere: docker run … threatboard kubernetes findings /manifests, kubectl exec … threatboard link.
RUN printf '#!/bin/sh\nexec dotnet /app/ThreatBoard.Web.dll "$@"\n' > /usr/local/bin/threatboard && chmod 755 /usr/local/bin/threatboard
USER $APP_UID
VOLUME /state
# A server installation: people sign in with accounts, and so it may listen on all addresses of the container.
ENV ASPNETCORE_URLS=http://0.0.0.0:8080 ThreatBoard__Mode=Server ThreatBoard__State=/state
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 CMD ["dotnet", "ThreatBoard.Web.dll", "health"]
ENTRYPOINT ["dotnet", "ThreatBoard.Web.dll"]
