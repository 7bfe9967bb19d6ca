package dramatis.characters;

/** A text that is not the YAML we read. */
final class YamlRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Place place;

    YamlRefusal(Place place, String sentence) {
        super(sentence);
        this.place = place;
    }

    Place place() {
        return place;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
