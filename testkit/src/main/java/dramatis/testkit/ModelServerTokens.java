package dramatis.testkit;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The tokenizer of a {@link ModelServer}: control tokens, HER's tags, words with the space before them in pieces of at
 * most eight letters, digits and other characters alone. Texts split at control tokens, so that counts add up.
 */
final class ModelServerTokens {
    private static final Pattern TOKEN = Pattern.compile("<\\|[a-z_]+\\|>|</?[a-z_]+>| ?\\p{L}{1,8}|.", Pattern.DOTALL);

    private ModelServerTokens() {}

    static List<String> of(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }

    /** The tokens' ids: the same token has the same one. */
    static List<Integer> ids(String text) {
        return of(text).stream().map(token -> token.hashCode() & 0xffffff).toList();
    }
}
