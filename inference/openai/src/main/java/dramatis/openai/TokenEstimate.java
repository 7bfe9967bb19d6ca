package dramatis.openai;

/** A count of tokens from a text's characters alone, that is seldom too low. */
final class TokenEstimate {
    private TokenEstimate() {}

    static int of(String text) {
        return text.length();
    }
}
