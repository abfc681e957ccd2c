using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Derivation;

/// <summary>A program that keeps data, recognised by its image.</summary>
internal sealed record KnownStore(string Technology, params string[] Images);

/// <summary>The databases, caches and brokers that are recognised.</summary>
internal static class KnownStores
{
    private static readonly KnownStore[] s_all =
    [
        new("MySQL", "mysql", "mysql-server", "percona", "percona-server"),
        new("MariaDB", "mariadb", "mariadb-galera"),
        new("PostgreSQL", "postgres", "postgresql", "postgis", "timescaledb", "spilo", "pgvector"),
        new("Redis", "redis", "redis-stack", "redis-stack-server", "valkey", "keydb", "redis-cluster"),
        new("MongoDB", "mongo", "mongodb", "percona-server-mongodb"),
        new("Kafka", "kafka", "cp-kafka", "redpanda"),
        new("RabbitMQ", "rabbitmq"),
        new("NATS", "nats", "nats-streaming"),
        new("Cassandra", "cassandra", "scylla"),
        new("Elasticsearch", "elasticsearch", "opensearch"),
        new("Memcached", "memcached"),
        new("etcd", "etcd"),
        new("ZooKeeper", "zookeeper", "cp-zookeeper", "kubernetes-zookeeper"),
        new("MinIO", "minio"),
        new("InfluxDB", "influxdb"),
        new("CouchDB", "couchdb"),
        new("Neo4j", "neo4j"),
        new("CockroachDB", "cockroach"),
        new("SQL Server", "mssql-server", "server"),
        new("ClickHouse", "clickhouse", "clickhouse-server"),
        new("Consul", "consul"),
        new("Vault", "vault"),
        new("Loki", "loki"),
        new("Prometheus", "prometheus"),
    ];

    public static KnownStore? Find(ImageName image)
    {
        var name = image.Short.ToLowerInvariant();
        return Array.Find(s_all, store => store.Images.Contains(name, StringComparer.Ordinal)
            && (name != "server" || image.Repository.Contains("mssql", StringComparison.OrdinalIgnoreCase)));
    }
}
