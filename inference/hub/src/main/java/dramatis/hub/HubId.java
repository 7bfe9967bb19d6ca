package dramatis.hub;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a model on a hub: {@code ORG/NAME}, or {@code ORG/NAME@REVISION} with a branch, a tag or a commit. The rules
 * are those of huggingface_hub's validators.
 *
 * @param organisation whose it is, an organisation or a person
 * @param name what it is called there
 * @param revision a branch, a tag or a commit; {@code main} where nothing is said
 */
public record HubId(String organisation, String name, String revision) {
    private static final String MAIN = "main";
    private static final Pattern PART = Pattern.compile("\\w(?:[\\w.-]{0,94}\\w)?");
    private static final Pattern REVISION = Pattern.compile("\\w[\\w.+-]*(?:/\\w[\\w.+-]*)*");

    public HubId {
        requireNonNull(organisation, "organisation");
        requireNonNull(name, "name");
        requireNonNull(revision, "revision");
        if (!isPart(organisation) || !isPart(name) || name.endsWith(".git")) {
            throw new IllegalArgumentException("a hub id must be like ORG/NAME");
        }
        if (!REVISION.matcher(revision).matches()) {
            throw new IllegalArgumentException("a revision must be a branch, a tag or a commit");
        }
    }

    /** The id that the text is; empty where it is none. */
    public static Optional<HubId> parse(String text) {
        int at = text.indexOf('@');
        String repository = at < 0 ? text : text.substring(0, at);
        int slash = repository.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new HubId(
                    repository.substring(0, slash),
                    repository.substring(slash + 1),
                    at < 0 ? MAIN : text.substring(at + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** {@code ORG/NAME}. */
    public String repository() {
        return organisation + "/" + name;
    }

    @Override
    public String toString() {
        return revision.equals(MAIN) ? repository() : repository() + "@" + revision;
    }

    /** Two hyphens are what stands for the slash in the name of a folder. */
    private static boolean isPart(String text) {
        return PART.matcher(text).matches() && !text.contains("--") && !text.contains("..");
    }
}
