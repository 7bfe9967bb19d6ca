package dramatis.access;

import static java.util.Objects.requireNonNull;

import dramatis.message.Place;
import dramatis.message.UserRef;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Decides who may do what, on every path: commands, buttons, completions, messages. Safe for use by many threads; reads
 * one row and, where it must know, asks the platform.
 *
 * <p>A role is the first of these that holds: the bot's owner; an admin, by the platform or in a private chat; what an
 * admin granted; a member. So nobody can block an admin, and no grant outranks one.
 */
public final class Authoriser {
    private final AccessStore store;
    private final Predicate<UserRef> owners;

    /** @param owners who runs the bot, by ids of platforms */
    public Authoriser(AccessStore store, Set<UserRef> owners) {
        this(store, Set.copyOf(owners)::contains);
    }

    /** @param owners tells who runs the bot; asked at each decision, must not block */
    public Authoriser(AccessStore store, Predicate<UserRef> owners) {
        this.store = requireNonNull(store, "store");
        this.owners = requireNonNull(owners, "owners");
    }

    public Role role(Caller caller) {
        if (owner(caller.user())) {
            return Role.OWNER;
        }
        if (caller.inPrivate() || caller.rights().admin()) {
            return Role.ADMIN;
        }
        return granted(caller.place(), caller.user()).orElse(Role.MEMBER);
    }

    /**
     * Whether a role satisfies a rule. The blocked may only what everybody may: what is kept of them is theirs.
     *
     * @param own whether it is the caller's own thing; asked only where that decides
     */
    public static boolean allows(Role role, Rule rule, Supplier<Boolean> own) {
        return role.atLeast(rule.least()) || (role != Role.BLOCKED && rule.own() && own.get());
    }

    /** Whether somebody is not to be heard in a place; the platform is asked only about those whom an admin blocked. */
    public boolean blocked(Caller caller) {
        return granted(caller.place(), caller.user()).equals(Optional.of(Role.BLOCKED)) && role(caller) == Role.BLOCKED;
    }

    /** Whether an admin said that somebody is not to be heard in a place, and may say so of them. */
    public boolean blocked(Place place, UserRef user) {
        return !owner(user) && granted(place, user).equals(Optional.of(Role.BLOCKED));
    }

    public boolean owner(UserRef user) {
        return owners.test(user);
    }

    private Optional<Role> granted(Place place, UserRef user) {
        return store.grant(place, user).map(Grant::role);
    }
}
