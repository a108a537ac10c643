package dev.perfreview.server.disk;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.jspecify.annotations.Nullable;

/** Why a file could not be read, written or listed. The JDK's messages often are the path and nothing else. */
public final class FailureReason {

  private FailureReason() {}

  /** The reason, starting lower case, to be read after what could not be done; without the path. */
  public static String of(IOException failure) {
    return switch (failure) {
      case AccessDeniedException _ -> "permission denied";
      case NoSuchFileException _ -> "it does not exist";
      case NotDirectoryException _ -> "it is no folder";
      case FileAlreadyExistsException _ -> "there is a file of that name";
      case FileSystemLoopException _ -> "links lead in a circle";
      case FileSystemException known when known.getReason() != null -> lowerCaseFirst(known.getReason());
      default -> {
        String message = failure.getMessage();
        yield message == null ? failure.getClass().getSimpleName() : lowerCaseFirst(message);
      }
    };
  }

  /** Why a file could not be written, to be read likewise. A file that is not there yet is no reason; that its folder is not there is. */
  public static String ofWriting(IOException failure) {
    return failure instanceof NoSuchFileException ? "its folder does not exist" : of(failure);
  }

  private static String lowerCaseFirst(@Nullable String text) {
    return text == null || text.isEmpty() ? "" : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
