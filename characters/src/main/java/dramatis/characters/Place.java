package dramatis.characters;

/** A line and a column of a text, both from 1; 0 and 0 is the whole text. */
record Place(int line, int column) {
    static final Place NONE = new Place(0, 0);

    /** Where a character stands, columns counted in code points. */
    static Place at(CharSequence text, int index) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < index; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                start = i + 1;
            }
        }
        return new Place(line, Character.codePointCount(text, start, index) + 1);
    }
}
