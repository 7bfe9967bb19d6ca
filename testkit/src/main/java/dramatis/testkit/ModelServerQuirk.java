package dramatis.testkit;

/** How a {@link ModelServer} differs from a good one, in every answer. */
public enum ModelServerQuirk {
    /** Lines of a stream end in CR and LF. */
    CRLF,
    /** Lines of a stream end in CR alone. */
    CR,
    /** A stream begins with a byte-order mark, and has comments, names, ids and retry lines between its data. */
    CHATTER,
    /** The JSON of an event is laid over several data lines. */
    MULTI_LINE_DATA,
    /** A stream is written a byte at a time: characters are split too. */
    BYTE_BY_BYTE,
    /** A stream ends without {@code [DONE]}. */
    NO_DONE,
    /** A stream ends without {@code finish_reason}, as one that was cut off. */
    NO_FINISH,
    /** Never says what it used. */
    NO_USAGE,
    /** Refuses {@code stream_options} with status 400. */
    REFUSES_STREAM_OPTIONS,
    /** Answers one JSON object where a stream was asked for. */
    IGNORES_STREAM,
    /** Goes on past stop strings. */
    IGNORES_STOP,
    /** Sets the plan apart as {@code reasoning_content}. */
    REASONING,
    /** Sets the whole reply apart as {@code reasoning}. */
    ALL_REASONING,
    /** The model's chat template is another one than ChatML. */
    FOREIGN_TEMPLATE,
    /** The model's chat template is ChatML and begins replies with {@code <system_thinking>}, as HER's can. */
    HER_TEMPLATE,
    /** Has no {@code /apply-template}. */
    NO_APPLY_TEMPLATE,
    /** Has no {@code /tokenize}. */
    NO_TOKENIZE,
    /** Has no {@code /v1/models}. */
    NO_MODELS
}
