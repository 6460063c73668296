"""The translator's desk in the browser: `/_translate/` of `lessongen serve`.

    Pages      request --> page       what there is to do, a text unit by unit, the author's side
    Verbs      form    --> Result     the functions of `lessongen.desk`, as the command line's
    History                           what was written from here, to take it back

Every page works as plain forms: POST, then a redirect. `files/desk.js` is a comfort.
"""
