package dramatis.characters;

/** The versions of the character card specification that are written; of V1 there is no name to write. */
public enum CardSpec {
    /** Read by nearly everything. */
    V2("chara_card_v2", "2.0"),
    V3("chara_card_v3", "3.0");

    private final String spec;
    private final String version;

    CardSpec(String spec, String version) {
        this.spec = spec;
        this.version = version;
    }

    /** What stands under {@code spec} in a card. */
    String spec() {
        return spec;
    }

    /** What stands under {@code spec_version} in a card. */
    String version() {
        return version;
    }
}
