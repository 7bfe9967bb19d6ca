/** The engine that asks OpenAI-compatible servers: vLLM, SGLang, llama.cpp, Ollama and hosted ones. */
@NullMarked
package dramatis.openai;

import org.jspecify.annotations.NullMarked;
