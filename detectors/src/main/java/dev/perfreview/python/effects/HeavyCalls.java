package dev.perfreview.python.effects;

import dev.perfreview.python.Arguments;
import dev.perfreview.python.Binding;
import dev.perfreview.python.PythonModel;
import dev.perfreview.python.Variable;
import dev.perfreview.syntax.SyntaxNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which calls compute for long: the whole knowledge of {@code heavy-work-in-async}. Tokenizers and processors come out of factories
 * whose result no annotation names, so that there the convention of the field decides: what is called {@code tokenizer} is one.
 */
public final class HeavyCalls {

  private static final Map<String, HeavyWork> FUNCTIONS = new HashMap<>();
  /** The last parts of their names, to look no further at most calls. */
  private static final Set<String> LAST_NAMES = new HashSet<>();

  private static final Map<String, HeavyWork> TOKENIZER_METHODS = Map.of(
    "encode",
    HeavyWork.TOKENIZE,
    "encode_plus",
    HeavyWork.TOKENIZE,
    "encode_batch",
    HeavyWork.TOKENIZE,
    "batch_encode_plus",
    HeavyWork.TOKENIZE,
    "apply_chat_template",
    HeavyWork.CHAT_TEMPLATE,
    "decode",
    HeavyWork.DETOKENIZE,
    "batch_decode",
    HeavyWork.DETOKENIZE_MANY,
    "decode_batch",
    HeavyWork.DETOKENIZE_MANY
  );

  private static final Set<String> GRAMMAR_METHODS = Set.of(
    "compile_json_schema",
    "compile_grammar",
    "compile_regex",
    "compile_structural_tag"
  );

  /** Methods of an opened image that read its pixels: opening it reads the header only. */
  private static final Set<String> PIXEL_METHODS = Set.of(
    "convert",
    "load",
    "resize",
    "thumbnail",
    "copy",
    "crop",
    "rotate"
  );

  /** Methods that a coder of media has; the last words of what such a coder is called. */
  private static final Map<String, HeavyWork> CODER_METHODS = Map.of(
    "load_bytes",
    HeavyWork.DECODE_MEDIA,
    "load_base64",
    HeavyWork.DECODE_MEDIA,
    "load_file",
    HeavyWork.DECODE_MEDIA,
    "decode",
    HeavyWork.DECODE_MEDIA,
    "decode_frames",
    HeavyWork.DECODE_MEDIA,
    "encode_base64",
    HeavyWork.ENCODE_MEDIA
  );
  private static final Set<String> CODERS = Set.of("io", "codec", "decoder", "encoder", "loader", "reader");
  private static final Set<String> MEDIA = Set.of("media", "image", "images", "video", "audio");

  private static final Set<String> PROCESSORS = Set.of(
    "processor",
    "image_processor",
    "video_processor",
    "audio_processor",
    "feature_extractor",
    "hf_processor"
  );
  private static final List<String> MODEL_INPUTS = List.of(
    "images",
    "videos",
    "audio",
    "audios",
    "raw_speech",
    "return_tensors"
  );

  static {
    functions(HeavyWork.DECODE_MEDIA, "cv2.", "imdecode imread");
    functions(HeavyWork.ENCODE_MEDIA, "cv2.", "imencode imwrite");
    functions(
      HeavyWork.DECODE_MEDIA,
      "",
      "imageio.imread imageio.v3.imread imageio.mimread librosa.load soundfile.read torchaudio.load"
    );
    functions(HeavyWork.DECODE_MEDIA, "torchvision.io.", "decode_image decode_jpeg decode_png read_image read_video");
    functions(
      HeavyWork.ENCODE_MEDIA,
      "",
      "imageio.imwrite imageio.v3.imwrite imageio.mimsave imageio.mimwrite soundfile.write torchaudio.save"
    );
    functions(HeavyWork.ENCODE_MEDIA, "torchvision.io.", "encode_jpeg encode_png write_jpeg write_png write_video");
    functions(HeavyWork.COMPRESS, "gzip.", "compress decompress");
    functions(HeavyWork.COMPRESS, "bz2.", "compress decompress");
    functions(HeavyWork.COMPRESS, "lzma.", "compress decompress");
    functions(HeavyWork.COMPRESS, "zlib.", "compress decompress");
    functions(
      HeavyWork.LOAD_TENSORS,
      "",
      "torch.load torch.save safetensors.torch.load_file safetensors.torch.save_file numpy.savez numpy.savez_compressed"
    );
  }

  private HeavyCalls() {}

  private static void functions(HeavyWork work, String module, String names) {
    for (String name : names.split(" ", -1)) {
      FUNCTIONS.put(module + name, work);
      LAST_NAMES.add(name.substring(name.lastIndexOf('.') + 1));
    }
  }

  /** What a {@code call} works on for long; nothing when it is not known to, or makes an awaitable that does. */
  public static @Nullable HeavyWork of(SyntaxNode call, PythonModel model) {
    SyntaxNode function = call.field("function");
    if (function == null || !function.isAny("identifier", "attribute")) {
      return null;
    }
    String name = lastName(function);
    SyntaxNode object = function.field("object");
    HeavyWork work = object == null ? calledObject(call, function, name, model) : method(call, object, name, model);
    if (work == null && LAST_NAMES.contains(name)) {
      String dotted = model.names().of(function);
      work = dotted == null ? null : FUNCTIONS.get(dotted);
    }
    boolean little = (work == HeavyWork.TOKENIZE || work == HeavyWork.DETOKENIZE) && takesOwnText(call, model);
    return work == null || little || new WaitCondition(model).returnsAtOnce(call, null, name) ? null : work;
  }

  private static @Nullable HeavyWork method(SyntaxNode call, SyntaxNode object, String name, PythonModel model) {
    String receiver = lastName(object);
    if (TOKENIZER_METHODS.containsKey(name)) {
      HeavyWork ofTokenizer = isTokenizer(receiver) ? TOKENIZER_METHODS.get(name) : null;
      return ofTokenizer == null ? ofCoder(receiver, name) : ofTokenizer;
    }
    if (GRAMMAR_METHODS.contains(name)) {
      return receiver.endsWith("compiler") ? HeavyWork.COMPILE_GRAMMAR : null;
    }
    if (name.equals("save")) {
      SyntaxNode format = Arguments.of(call).keyword("format");
      return format != null && format.is("string") ? HeavyWork.ENCODE_MEDIA : null;
    }
    if (PIXEL_METHODS.contains(name)) {
      SyntaxNode opener = object.is("call") ? object.field("function") : null;
      return model.names().is(opener, "PIL.Image.open") ? HeavyWork.DECODE_MEDIA : null;
    }
    if (isProcessor(name) || (name.equals("preprocess") && isProcessor(receiver))) {
      return takesModelInputs(call) ? HeavyWork.PROCESS : null;
    }
    if (isTokenizer(name)) {
      return Arguments.of(call).positional().isEmpty() ? null : HeavyWork.TOKENIZE;
    }
    return CODER_METHODS.containsKey(name) ? ofCoder(receiver, name) : null;
  }

  /** What calling an object does that a plain name holds: {@code tokenizer(text)}. */
  private static @Nullable HeavyWork calledObject(
    SyntaxNode call,
    SyntaxNode function,
    String name,
    PythonModel model
  ) {
    boolean tokenizer = isTokenizer(name);
    if (!tokenizer && !(isProcessor(name) && takesModelInputs(call))) {
      return null;
    }
    Variable variable = function.is("identifier") ? model.scopes().resolve(function) : null;
    boolean isObject =
      variable != null &&
      variable
        .bindings()
        .stream()
        .noneMatch(
          binding ->
            binding.kind() == Binding.Kind.FUNCTION ||
            binding.kind() == Binding.Kind.CLASS ||
            binding.kind() == Binding.Kind.IMPORT
        );
    return isObject ? (tokenizer ? HeavyWork.TOKENIZE : HeavyWork.PROCESS) : null;
  }

  private static @Nullable HeavyWork ofCoder(String receiver, String method) {
    List<String> words = List.of(receiver.split("_", -1));
    boolean coder = CODERS.contains(words.getLast()) && words.stream().anyMatch(MEDIA::contains);
    return coder ? CODER_METHODS.get(method) : null;
  }

  private static boolean isTokenizer(String name) {
    String plain = name.startsWith("_") ? name.substring(1) : name;
    return plain.equals("tokenizer") || plain.equals("hf_tokenizer") || plain.equals("text_tokenizer");
  }

  private static boolean isProcessor(String name) {
    return PROCESSORS.contains(name.startsWith("_") ? name.substring(1) : name);
  }

  private static boolean takesModelInputs(SyntaxNode call) {
    Arguments arguments = Arguments.of(call);
    return MODEL_INPUTS.stream().anyMatch(input -> arguments.keyword(input) != null);
  }

  /** What the program says itself is short. */
  private static boolean takesOwnText(SyntaxNode call, PythonModel model) {
    SyntaxNode text = Arguments.of(call).positional(0);
    return new OwnText(model).isAll(text) || (text != null && ShortTexts.isOne(text));
  }

  private static String lastName(SyntaxNode expression) {
    SyntaxNode name = expression.is("attribute") ? expression.field("attribute") : expression;
    return name != null && name.is("identifier") ? name.text().toLowerCase(Locale.ROOT) : "";
  }
}
