package dramatis.djl;

import java.util.Locale;

/**
 * Writes a decoder of a given shape as TorchScript, in the canonical form that archives hold: every operation by its
 * name, no operators. Sizes and the presence of biases are written in, so that nothing is decided at run time.
 *
 * <p>Tensors: {@code w} holds the angles a token first, then the weights in {@link WeightPlan}'s order; {@code kv} the
 * keys of every layer, then the values, each {@code [capacity, key heads, head size]} and written here. The residual
 * stream is {@code [tokens, hidden]}; there is no batch.
 */
final class DecoderScript {
    static final String CLASS = "Decoder";

    private static final String HEAD = """
            class Decoder(Module):
              __parameters__ = []
              __buffers__ = []
              training : bool
              def read(self: __torch__.Decoder, ids: Tensor, start: int, w: List[Tensor], kv: List[Tensor]) -> Tensor:
                T = torch.size(ids, 0)
                S = torch.add(start, T)
                x = torch.embedding(w[1], ids)
                p = torch.arange(start, S, dtype=6, layout=None, device=ops.prim.device(x), pin_memory=False)
                a = torch.mul(torch.unsqueeze(p, 1), torch.unsqueeze(w[0], 0))
                sa = torch.sin(a)
                ca = torch.cos(a)
                c = torch.unsqueeze(torch.to(torch.cat([ca, ca], 1), ops.prim.dtype(x)), 1)
                s = torch.unsqueeze(torch.to(torch.cat([torch.neg(sa), sa], 1), ops.prim.dtype(x)), 1)
                mask = annotate(Optional[Tensor], None)
                if torch.__and__(torch.gt(T, 1), torch.gt(start, 0)):
                  mask = torch.tril(torch.ones([T, S], dtype=11, layout=None, device=ops.prim.device(x), pin_memory=False), start)
                else:
                  pass
                for i in range(@LAYERS):
                  b = torch.add(4, torch.mul(i, @STRIDE))
                  h = torch.rms_norm(x, [@HIDDEN], w[b], @EPS)
            """;

    /** Rotation: each half of a head against the other, which roll brings beside it; the sines carry the signs. */
    private static final String ATTENTION = """
                  qk = torch.addcmul(torch.mul(qk, c), torch.roll(qk, [@HALF], [2]), s)
                  ki = kv[i]
                  vi = kv[torch.add(i, @LAYERS)]
                  _0 = torch.copy_(torch.narrow(ki, 0, start, T), torch.narrow(qk, 1, @HEADS, @KEYS))
                  _1 = torch.copy_(torch.narrow(vi, 0, start, T), torch.narrow(qkv, 1, @BOTH, @KEYS))
                  k = torch.unsqueeze(torch.transpose(torch.narrow(ki, 0, 0, S), 0, 1), 0)
                  v = torch.unsqueeze(torch.transpose(torch.narrow(vi, 0, 0, S), 0, 1), 0)
                  q = torch.narrow(qk, 1, 0, @HEADS)
                  if torch.eq(T, 1):
                    o = torch.reshape(torch.scaled_dot_product_attention(torch.reshape(q, [1, @KEYS, @GROUP, @SIZE]), k, v, None, 0., False), [1, @WIDTH])
                  else:
                    kx = torch.reshape(torch.expand(torch.unsqueeze(k, 2), [1, @KEYS, @GROUP, S, @SIZE]), [1, @HEADS, S, @SIZE])
                    vx = torch.reshape(torch.expand(torch.unsqueeze(v, 2), [1, @KEYS, @GROUP, S, @SIZE]), [1, @HEADS, S, @SIZE])
                    oo = torch.scaled_dot_product_attention(torch.unsqueeze(torch.transpose(q, 0, 1), 0), kx, vx, mask, 0., torch.eq(start, 0))
                    o = torch.reshape(torch.transpose(torch.squeeze(oo, 0), 0, 1), [T, @WIDTH])
            """;

    private static final String TAIL = """
                return x
              def prefill(self: __torch__.Decoder, ids: Tensor, start: int, w: List[Tensor], kv: List[Tensor]) -> int:
                x = (self).read(ids, start, w, kv)
                return torch.size(x, 0)
              def logits(self: __torch__.Decoder, ids: Tensor, start: int, w: List[Tensor], kv: List[Tensor]) -> Tensor:
                x = (self).read(ids, start, w, kv)
                last = torch.rms_norm(torch.narrow(x, 0, torch.sub(torch.size(x, 0), 1), 1), [@HIDDEN], w[2], @EPS)
                return torch.to(torch.reshape(torch.linear(last, w[3]), [@VOCABULARY]), 6)
              def cache(self: __torch__.Decoder, w: List[Tensor]) -> List[Tensor]:
                r = annotate(List[Tensor], [])
                like = w[2]
                for i in range(torch.mul(2, @LAYERS)):
                  _0 = torch.append(r, torch.empty([0, @KEYS, @SIZE], dtype=ops.prim.dtype(like), layout=None, device=ops.prim.device(like), pin_memory=False, memory_format=None))
                return r
              def grow(self: __torch__.Decoder, kv: List[Tensor], used: int, capacity: int) -> int:
                for i in range(torch.len(kv)):
                  t = kv[i]
                  n = torch.empty([capacity, @KEYS, @SIZE], dtype=ops.prim.dtype(t), layout=None, device=ops.prim.device(t), pin_memory=False, memory_format=None)
                  _0 = torch.copy_(torch.narrow(n, 0, 0, used), torch.narrow(t, 0, 0, used))
                  _1 = torch._set_item(kv, i, n)
                return capacity
              def new(self: __torch__.Decoder, shape: List[int], dtype: int, like: Tensor) -> Tensor:
                return torch.empty(shape, dtype=dtype, layout=None, device=ops.prim.device(like), pin_memory=False, memory_format=None)
              def place(self: __torch__.Decoder, whole: Tensor, at: int, rows: int, part: Tensor, bfloat: bool) -> int:
                room = torch.narrow(whole, 0, at, rows)
                p = part
                if bfloat:
                  p = torch.view_copy(part, dtype=15)
                else:
                  pass
                _0 = torch.copy_(room, torch.reshape(p, torch.size(room)))
                return torch.add(at, rows)
              def scale(self: __torch__.Decoder, whole: Tensor, at: int, rows: int, scales: Tensor) -> int:
                room = torch.narrow(whole, 0, at, rows)
                _0 = torch.mul_(room, torch.reshape(scales, [rows, 1]))
                return torch.add(at, rows)
            """;

    private final ModelConfig config;
    private final StringBuilder script = new StringBuilder(HEAD);
    private int weight = 1;

    private DecoderScript(ModelConfig config) {
        this.config = config;
    }

    /** The source of a decoder of this shape. */
    static String of(ModelConfig config) {
        return new DecoderScript(config).write();
    }

    private String write() {
        line("qkv = torch.reshape(" + linear("h", config.qkvBias()) + ", [T, @ALL, @SIZE])");
        line("qk = torch.narrow(qkv, 1, 0, @BOTH)");
        if (config.headNorms()) {
            line("qk = torch.mul(torch.rms_norm(qk, [@SIZE], None, @EPS), " + next() + ")");
        }
        script.append(ATTENTION);
        line("x = torch.add(x, " + linear("o", config.outputBias()) + ")");
        line("h2 = torch.rms_norm(x, [@HIDDEN], " + next() + ", @EPS)");
        line("gu = " + linear("h2", config.mlpBias()));
        line("g = torch.silu(torch.narrow(gu, 1, 0, @INNER))");
        line("m = torch.mul(g, torch.narrow(gu, 1, @INNER, @INNER))");
        line("x = torch.add(x, " + linear("m", config.mlpBias()) + ")");
        return fillIn(script.append(TAIL).toString());
    }

    private void line(String text) {
        script.append("      ").append(text).append('\n');
    }

    private String linear(String input, boolean bias) {
        return "torch.linear(" + input + ", " + next() + ", " + (bias ? next() : "None") + ")";
    }

    /** The layer's next weight. */
    private String next() {
        return "w[torch.add(b, " + weight++ + ")]";
    }

    private String fillIn(String text) {
        int both = config.heads() + config.keyHeads();
        return text.replace("@LAYERS", String.valueOf(config.layers()))
                .replace("@STRIDE", String.valueOf(weight))
                .replace("@HIDDEN", String.valueOf(config.hidden()))
                .replace("@EPS", String.format(Locale.ROOT, "%.17e", config.epsilon()))
                .replace("@HALF", String.valueOf(config.headSize() / 2))
                .replace("@HEADS", String.valueOf(config.heads()))
                .replace("@KEYS", String.valueOf(config.keyHeads()))
                .replace("@BOTH", String.valueOf(both))
                .replace("@ALL", String.valueOf(both + config.keyHeads()))
                .replace("@GROUP", String.valueOf(config.heads() / config.keyHeads()))
                .replace("@SIZE", String.valueOf(config.headSize()))
                .replace("@WIDTH", String.valueOf(config.queryWidth()))
                .replace("@INNER", String.valueOf(config.intermediate()))
                .replace("@VOCABULARY", String.valueOf(config.vocabulary()));
    }
}
