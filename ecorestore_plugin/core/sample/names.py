"""Invented place names, English and Chinese."""

from __future__ import annotations

FIRST = (('Ji', '霁'), ('Lan', '岚'), ('Lu', '鹭'), ('Mo', '墨'), ('Yan', '砚'), ('Feng', '枫'), ('Su', '溯'),
         ('Shuang', '霜'), ('Shan', '杉'), ('Liao', '蓼'), ('He', '禾'), ('Hui', '蕙'), ('Cang', '苍'), ('Dai', '黛'),
         ('Qiong', '穹'), ('Xing', '杏'), ('Ruo', '箬'), ('Zhu', '竺'))
SECOND = (('ting', '汀'), ('xiu', '岫'), ('zhu', '渚'), ('wu', '坞'), ('ze', '泽'), ('ping', '屏'), ('ling', '岭'),
          ('xi', '溪'), ('mo', '陌'), ('pu', '浦'), ('gang', '冈'), ('tang', '塘'), ('yu', '峪'), ('lai', '濑'))
PREFECTURES = (('Cangxiu', '苍岫'), ('Lanpu', '岚浦'))
REAL = {'Cangxi', 'Lanxi', 'Luxi', 'Yanling', 'Fengxi', 'Hexi', 'Heze', 'Huize', 'Xingping'}
RIVER = ('Ji River', '霁水')


def place_names(count, rng):
    """Distinct (English, Chinese) names in an order drawn from ``rng``.

    None equals a prefecture's or sounds like a well-known place.
    """
    taken = REAL | {name for name, _ in PREFECTURES}
    pool = [(a + b, x + y) for a, x in FIRST for b, y in SECOND if a + b not in taken]
    chosen, seen = [], set()
    for index in rng.permutation(len(pool)):
        english, chinese = pool[index]
        if english not in seen and len(chosen) < count:
            seen.add(english)
            chosen.append((english, chinese))
    return chosen
