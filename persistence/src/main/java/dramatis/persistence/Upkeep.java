package dramatis.persistence;

/** The table {@code upkeep}: what is to be done to the file. */
record Upkeep(Statements sql) {
    boolean rewriteDue() {
        return sql.first(row -> row.getBoolean(1), "SELECT rewrite_due FROM upkeep")
                .orElse(false);
    }

    void rewriteDue(boolean due) {
        sql.update("UPDATE upkeep SET rewrite_due = ?", due);
    }
}
