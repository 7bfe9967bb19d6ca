package dramatis.persona;

/** A file or a character that is not taken. The message is one sentence for people: what is wrong and what to do. */
public final class CharacterRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CharacterRefusal(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** What is wrong and what to do. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
