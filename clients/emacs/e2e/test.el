;;; test.el --- What a user does in Emacs, done for real  -*- lexical-binding: t; -*-

;;; Commentary:

;; Loaded after the configuration of docs/editors/emacs.md, in an Emacs with a terminal of its own, so that what a user sees is
;; really drawn.

;;; Code:

(require 'cl-lib)
(require 'ert)
(require 'flymake)

(defvar perf-review-test-workspace (getenv "PERF_REVIEW_WORKSPACE"))
(defvar perf-review-test-python "sglang/python/sglang/srt/mem_cache/hiradix_cache.py")

(defconst perf-review-test-drain
  "def drain(requests):
    queue = [request for request in requests]
    while queue:
        yield queue.pop(0)
")

(defconst perf-review-test-drain-fixed
  "from collections import deque

def drain(requests):
    queue = deque([request for request in requests])
    while queue:
        yield queue.popleft()
")

(defun perf-review-test-path (relative)
  "The file RELATIVE of the workspace."
  (expand-file-name relative perf-review-test-workspace))

(defun perf-review-test-open (relative)
  "Show the file RELATIVE of the workspace in the window, as it is on disk."
  (let ((buffer (find-file (perf-review-test-path relative))))
    (when (buffer-modified-p buffer)
      (revert-buffer t t t))
    ;; Eglot connects when the command that opened the file has ended.
    (run-hooks 'post-command-hook)
    (should (perf-review-test-eventually (lambda () (eglot-managed-p))))
    buffer))

(defun perf-review-test-be-idle ()
  "Do what Emacs does when its user has looked on for a while: tell the server of edits, show new findings.
Within a command the time of idleness does not run."
  (dolist (timer (copy-sequence timer-idle-list))
    (when (memq timer timer-idle-list)
      ;; A timer may be about a buffer that is gone.
      (ignore-errors (timer-event-handler timer)))))

(defun perf-review-test-eventually (condition)
  "Wait until CONDITION gives something, and return it; nil after half a minute."
  (let ((end (+ (float-time) 30)) answer)
    (while (and (not (setq answer (funcall condition))) (< (float-time) end))
      (sit-for 0.1)
      (perf-review-test-be-idle))
    answer))

(defun perf-review-test-findings (&optional rule)
  "The Flymake diagnostics of the buffer that are about RULE, or all."
  (cl-remove-if-not
   (lambda (finding)
     (string-match-p (if rule (format "\\[%s\\]" rule) "perf-review") (flymake-diagnostic-text finding)))
   (flymake-diagnostics)))

(defun perf-review-test-wait-for (rule &optional type)
  "Wait for a finding of RULE, of TYPE if that is given; put point on it and return it."
  (let ((finding
         (perf-review-test-eventually
          (lambda ()
            (cl-find-if (lambda (one) (or (not type) (eq type (flymake-diagnostic-type one))))
                        (perf-review-test-findings rule))))))
    (should finding)
    (goto-char (flymake-diagnostic-beg finding))
    finding))

(defun perf-review-test-choose (title command)
  "Call COMMAND and choose TITLE from the list that it offers."
  (let ((last-nonmenu-event t) offered)
    (cl-letf (((symbol-function 'completing-read)
               (lambda (_prompt items &rest _)
                 (setq offered (mapcar #'car items))
                 (cl-find-if (lambda (item) (string-match-p title item)) offered))))
      (funcall command))
    offered))

(ert-deftest perf-review-01-findings ()
  "Findings have text, severity and place."
  (perf-review-test-open perf-review-test-python)
  (let ((finding (perf-review-test-wait-for "list-pop-front")))
    (should (eq 'eglot-error (flymake-diagnostic-type finding)))
    (should (string-match-p "ack_write_queue" (flymake-diagnostic-text finding)))
    (should (string-match-p "runs on every scheduler step" (flymake-diagnostic-text finding)))
    (should (equal "self.ack_write_queue.pop(0)"
                   (buffer-substring-no-properties
                    (flymake-diagnostic-beg finding) (flymake-diagnostic-end finding))))
    (should (cl-some (lambda (overlay) (overlay-get overlay 'flymake-diagnostic)) (overlays-at (point))))))

(ert-deftest perf-review-02-quiet-findings ()
  "What matters less is a warning or a note."
  (perf-review-test-open "sglang/python/sglang/srt/managers/scheduler.py")
  (perf-review-test-wait-for "eager-log-formatting")
  (should-not (cl-find 'eglot-error (perf-review-test-findings) :key #'flymake-diagnostic-type)))

(ert-deftest perf-review-03-hover ()
  "The page of the rule is in the documentation buffer."
  (perf-review-test-open perf-review-test-python)
  (perf-review-test-wait-for "list-pop-front")
  (eldoc t)
  (should (perf-review-test-eventually
           (lambda ()
             (cl-some (lambda (buffer)
                        (and (string-match-p "\\*eldoc" (buffer-name buffer))
                             (with-current-buffer buffer (string-match-p "Why it is slow" (buffer-string)))))
                      (buffer-list))))))

(ert-deftest perf-review-04-typing ()
  "Typing takes a finding away, and undo brings it back."
  (perf-review-test-open perf-review-test-python)
  (let ((finding (perf-review-test-wait-for "list-pop-front")))
    (buffer-enable-undo)
    (undo-boundary)
    (delete-region (flymake-diagnostic-beg finding) (flymake-diagnostic-end finding))
    (insert "None")
    (undo-boundary)
    (should (perf-review-test-eventually (lambda () (null (perf-review-test-findings "list-pop-front")))))
    (primitive-undo 1 (cdr buffer-undo-list))
    (perf-review-test-wait-for "list-pop-front")
    (revert-buffer t t t)))

(ert-deftest perf-review-05-quick-fix ()
  "The quick fix makes the text that it promises, and the finding goes."
  (write-region perf-review-test-drain nil (perf-review-test-path "drain.py"))
  (perf-review-test-open "drain.py")
  (perf-review-test-wait-for "list-pop-front")
  (let ((offered (perf-review-test-choose "deque" (lambda () (eglot-code-actions (point) nil nil t)))))
    (should (member "Ignore `list-pop-front` here" offered))
    (should (member "Ignore `list-pop-front` in this file" offered)))
  (should (equal perf-review-test-drain-fixed (buffer-string)))
  (should (perf-review-test-eventually (lambda () (null (perf-review-test-findings)))))
  (set-buffer-modified-p nil)
  (kill-buffer))

(ert-deftest perf-review-06-ignore-here ()
  "\"Ignore here\" writes its comment, and the finding goes."
  (perf-review-test-open "drain.py")
  (perf-review-test-wait-for "list-pop-front")
  (perf-review-test-choose "Ignore .* here" (lambda () (eglot-code-actions (point) nil nil t)))
  (should (string-match-p "# perf: ignore\\[list-pop-front\\]" (buffer-string)))
  (should (perf-review-test-eventually (lambda () (null (perf-review-test-findings)))))
  (set-buffer-modified-p nil)
  (kill-buffer))

(ert-deftest perf-review-07-fix-all ()
  "The command of the documentation applies the safe fixes."
  (perf-review-test-open "drain.py")
  (perf-review-test-wait-for "list-pop-front")
  (call-interactively #'perf-review-fix-all)
  (should (equal perf-review-test-drain-fixed (buffer-string)))
  (set-buffer-modified-p nil)
  (kill-buffer))

(ert-deftest perf-review-08-settings ()
  "Other settings reach the running server."
  (perf-review-test-open perf-review-test-python)
  (setq-default eglot-workspace-configuration '(:perfReview (:maxSeverity "warning")))
  (eglot-signal-didChangeConfiguration (eglot-current-server))
  (perf-review-test-wait-for "list-pop-front" 'eglot-warning)
  (setq-default eglot-workspace-configuration nil)
  (eglot-signal-didChangeConfiguration (eglot-current-server))
  (perf-review-test-wait-for "list-pop-front" 'eglot-error))

(ert-deftest perf-review-09-configuration-file ()
  "A change of perf-review.toml on disk is noticed."
  (perf-review-test-open perf-review-test-python)
  (perf-review-test-wait-for "list-pop-front" 'eglot-error)
  (let* ((file (perf-review-test-path "perf-review.toml"))
         (before (with-temp-buffer (insert-file-contents file) (buffer-string))))
    (write-region (concat "max-severity = \"hint\"\n" before) nil file)
    (perf-review-test-wait-for "list-pop-front" 'eglot-note)
    (write-region before nil file)
    (perf-review-test-wait-for "list-pop-front" 'eglot-error)))

(ert-deftest perf-review-11-crash ()
  "A server that was killed comes back, and so do the findings."
  (perf-review-test-open perf-review-test-python)
  (let* ((server (eglot-current-server))
         (eglot-autoreconnect t))
    (signal-process (jsonrpc--process server) 'KILL)
    (should (perf-review-test-eventually
             (lambda () (and (eglot-current-server) (not (eq server (eglot-current-server)))))))
    (perf-review-test-wait-for "list-pop-front")))

(ert-deftest perf-review-12-end ()
  "The server answers that it ends, and is gone."
  (perf-review-test-open perf-review-test-python)
  (let* ((server (eglot-current-server))
         (process (jsonrpc--process server))
         (events (jsonrpc-events-buffer server)))
    (eglot-shutdown server nil nil 'preserve-buffers)
    (should (perf-review-test-eventually (lambda () (not (process-live-p process)))))
    (should-not (eglot-current-server))
    ;; Eglot does not wait for the end of the process, but for the answer.
    (with-current-buffer events
      (goto-char (point-min))
      (should (re-search-forward "^\\[client-request\\] (id:\\([0-9]+\\)).*\n(.*:method \"shutdown\""))
      (should (re-search-forward (format "^\\[server-reply\\] (id:%s)" (match-string 1)))))))

(defun perf-review-test-write (text)
  "Add TEXT to the file that PERF_REVIEW_RESULT names."
  (write-region text nil (getenv "PERF_REVIEW_RESULT") 'append 'silent))

(defun perf-review-test-listen (event &rest arguments)
  "Write how a test went, with the reason when it failed: EVENT and ARGUMENTS are ERT's."
  (when (eq event 'test-ended)
    (cl-destructuring-bind (_stats test result) arguments
      (perf-review-test-write
       (if (ert-test-result-expected-p test result)
           (format "ok      %s\n" (ert-test-documentation test))
         (format "FAILED  %s\n        %S\n        the last messages: %s\n" (ert-test-documentation test)
                 (if (ert-test-result-with-condition-p result)
                     (ert-test-result-with-condition-condition result)
                   result)
                 (with-current-buffer (messages-buffer)
                   (buffer-substring-no-properties (max (point-min) (- (point-max) 1000)) (point-max)))))))))

(defun perf-review-test-run ()
  "Run all tests, write how they went, and end Emacs."
  (let* ((stats (ert-run-tests "^perf-review-" #'perf-review-test-listen))
         (failed (ert-stats-completed-unexpected stats)))
    (perf-review-test-write
     (format "%d passed, %d failed\n" (ert-stats-completed-expected stats) failed))
    (kill-emacs (if (zerop failed) 0 1))))

;;; test.el ends here
