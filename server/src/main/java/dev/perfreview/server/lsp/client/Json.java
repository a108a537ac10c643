package dev.perfreview.server.lsp.client;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads members of JSON objects of which nothing is certain: a member of another type counts as absent. */
public final class Json {

  private Json() {}

  /** A member that is an object; an empty one where there is none. */
  public static JsonObject object(JsonObject parent, String name) {
    return parent.get(name) instanceof JsonObject object ? object : new JsonObject();
  }

  /** The elements of a member that is an array. */
  public static @Nullable List<JsonElement> elements(JsonObject parent, String name) {
    return parent.get(name) instanceof JsonArray array ? array.asList() : null;
  }

  /** A member that is a string. */
  public static @Nullable String string(JsonObject parent, String name) {
    return parent.get(name) instanceof JsonPrimitive value && value.isString() ? value.getAsString() : null;
  }

  /** A member that is a number, as an integer. */
  public static @Nullable Integer integer(JsonObject parent, String name) {
    return parent.get(name) instanceof JsonPrimitive value && value.isNumber() ? value.getAsInt() : null;
  }

  /** Whether a member is {@code true}. */
  public static boolean isTrue(JsonObject parent, String name) {
    return parent.get(name) instanceof JsonPrimitive value && value.isBoolean() && value.getAsBoolean();
  }

  /** Whether a member is an array that holds a string. */
  public static boolean lists(JsonObject parent, String name, String wanted) {
    return parent.get(name) instanceof JsonArray array && array.contains(new JsonPrimitive(wanted));
  }
}
