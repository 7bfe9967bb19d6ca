package dramatis.command;

/** What somebody may do in a place; each role may do what those before it may. */
public enum Role {
    MEMBER,
    MANAGER,
    ADMIN,
    OWNER;

    public boolean atLeast(Role needed) {
        return compareTo(needed) >= 0;
    }
}
