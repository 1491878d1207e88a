package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofMillis;

import io.asyncio4j.OnCancel;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeoutException;

/** Shows a database statement that is cancelled in the database when the task that waits for it is. */
final class DatabaseQuery {
    private static final String FOR_HOURS =
            "SELECT SUM(A.X * B.X) FROM SYSTEM_RANGE(1, 1000000) A, SYSTEM_RANGE(1, 1000000) B";

    private DatabaseQuery() {}

    static void main() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
            run(() -> query(connection));
        }
    }

    static void query(Connection connection) throws Exception {
        try (Statement statement = connection.createStatement()) {
            // a cancel that comes before the statement has begun is lost in JDBC
            statement.setQueryTimeout(20);
            timeout(ofMillis(300), t -> {
                toThread(() -> firstNumber(statement, FOR_HOURS), OnCancel.call(statement::cancel));
            });
        } catch (TimeoutException _) {
            IO.println("too slow: the statement is cancelled");
        }
        try (Statement statement = connection.createStatement()) {
            IO.println("the connection is free again: " + toThread(() -> firstNumber(statement, "SELECT 42")));
        }
    }

    static long firstNumber(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
