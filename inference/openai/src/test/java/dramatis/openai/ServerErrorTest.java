package dramatis.openai;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerErrorTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'error':{'message':'x','type':'invalid_request_error','code':'context_length_exceeded'}}",
                "{'error':{'code':400,'message':'request (4801 tokens) exceeds the available context size (2048 tokens)',"
                        + "'type':'exceed_context_size_error','n_prompt_tokens':4801,'n_ctx':2048}}",
                "{'object':'error','message':\"This model's maximum context length is 4096 tokens. However, you requested"
                        + " 9000 tokens\",'type':'BadRequestError','param':null,'code':400}",
                "{'error':{'message':\"The input (9 tokens) is longer than the model's context length (4 tokens).\"}}",
                "{'detail':'Prompt is too long'}"
            })
    void tooLong_everyServersWords_isTrue(String json) {
        assertThat(error(400, json).tooLong()).isTrue();
    }

    @Test
    void toString_errorThatRepeatsThePrompt_hasNothingOfIt() {
        ServerError error = error(
                400, "{'error':{'message':'bad: secret text','type':'bad secret text','code':'a_code','param':'x'}}");
        assertThat(error).hasToString("status 400, a_code");
        assertThat(error.tooLong()).isFalse();
        assertThat(error(500, "{'error':'secret text'}")).hasToString("status 500");
        assertThat(error(502, "<html>")).hasToString("status 502");
    }

    @Test
    void of_errorInAStream_takesItsCodeForTheStatus() {
        ServerError error = ServerError.of(0, json("{'error':{'message':'x','type':'unavailable_error','code':503}}"));
        assertThat(error.passes()).isTrue();
        assertThat(error).hasToString("status 503, unavailable_error");
    }

    @Test
    void isOne_bothForms_isTrue() {
        assertThat(ServerError.isOne(json("{'error':{'message':'x'}}"))).isTrue();
        assertThat(ServerError.isOne(json("{'object':'error','message':'x'}"))).isTrue();
        assertThat(ServerError.isOne(json("{'object':'chat.completion.chunk','error':null}")))
                .isFalse();
    }

    private static ServerError error(int status, String json) {
        return ServerError.of(status, json(json));
    }

    private static Json json(String json) {
        return Json.read(json.replace("model's", "model`s").replace('\'', '"').replace('`', '\''));
    }
}
