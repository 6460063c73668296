from benchmarks.tracking.speed import Speed, _course, speed_table


def test_the_second_language_is_cut_up_like_the_first() -> None:
    lessons = list(_course(3))
    assert [lesson.language for lesson in lessons] == ["en", "es"] * 3
    for english, spanish in zip(lessons[::2], lessons[1::2], strict=True):
        assert english.name == spanish.name
        assert english.body != spanish.body
        assert [line[:2] for line in english.body.split("\n\n") if line[:1] in "#-"] == [
            line[:2] for line in spanish.body.split("\n\n") if line[:1] in "#-"
        ]
        assert len(english.body.split()) == len(spanish.body.split())


def test_the_table_compares_run_by_run() -> None:
    speed = Speed(25, 2.0, [0.1, 0.2], [0.05, 0.3], [0.25, 0.25], [0.4, 0.4], [0.5, 0.5])
    assert round(speed.ratio, 6) == 1.0
    heads, row = speed_table([speed])
    assert heads.split()[-2:] == ["tr/build", "ms/lesson"]
    assert row.split()[0] == "25"
    assert row.split()[-2:] == ["1.00", "10.00"]
