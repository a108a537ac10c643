package dev.perfreview.python;

import java.util.regex.Pattern;

/** Coroutines that start or stop a server: they run once, and what they block is an event loop that serves nobody yet. */
final class StartUp {

  private static final Pattern NAME = Pattern.compile(
    "_*(async_)?(init|initialize|setup|set_up|bootstrap|launch|serve|start|startup|warmup|warm_up|shutdown|stop|cleanup|teardown|destroy)(_.*)?" +
      "|__(pre|post)_(create|destroy)__" +
      "|_*run_.*(worker|server|engine)|worker"
  );

  private StartUp() {}

  /** Whether a function is such a coroutine, by its name. */
  static boolean isCoroutineOf(Scope function) {
    return function.isAsync() && NAME.matcher(function.simpleName()).matches();
  }
}
