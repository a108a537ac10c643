def first():
    pass  # perf: ignore
    #~    ^^^^^^^^^^^^^^ ineffective-pragma negligible


# perf: hot(sometimes)
#~ [0..22] ineffective-pragma negligible
def second():
    pass  # perf: ignore[]
    #~    ^^^^^^^^^^^^^^^^ ineffective-pragma negligible


limit = 3  # perf: hot(step)
#~         ^^^^^^^^^^^^^^^^^ ineffective-pragma negligible


def third():
    pass  # perf: ignore[rule-id
    #~    ^^^^^^^^^^^^^^^^^^^^^^ ineffective-pragma negligible
    pass  # perf: hot
    #~    ^^^^^^^^^^^ ineffective-pragma negligible
