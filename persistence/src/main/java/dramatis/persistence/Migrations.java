package dramatis.persistence;

import dramatis.session.StoreException;
import java.nio.file.Path;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** Brings a database's tables to the form that this version knows. */
final class Migrations {
    private Migrations() {}

    static void apply(DataSource source, Path file) {
        Flyway flyway = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(source)
                .loggers("slf4j")
                .locations("classpath:dramatis/persistence/migration")
                .load();
        try {
            refuseNewer(flyway, file);
            flyway.migrate();
        } catch (FlywayException e) {
            throw new StoreException("The tables of the database " + file + " could not be brought up to date.", e);
        }
    }

    private static void refuseNewer(Flyway flyway, Path file) {
        MigrationInfo[] applied = flyway.info().applied();
        if (Arrays.stream(applied).anyMatch(migration -> !migration.getState().isResolved())) {
            throw new StoreException("The database " + file
                    + " was written by a newer version of Dramatis: start that version, or name another data folder.");
        }
    }
}
