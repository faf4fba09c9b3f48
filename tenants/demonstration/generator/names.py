"""Names as they are common, put together at random."""

from __future__ import annotations

from random import Random

SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金贾韦夏付方邹熊"
COMPOUND = ("欧阳", "司马", "上官", "诸葛", "夏侯")
WOMEN = "芳娜敏静丽艳娟霞秀兰玉萍红梅琴云莉雪琳倩颖慧佳婷欣怡妍洁岚蕾珊岩"
MEN = "伟强磊军洋勇杰涛超明刚平辉鹏华飞波斌浩宇凯健俊帆峰毅松林志建国文武振东海"
SHARED = "晓思子嘉承予若安亦宁远清书航泽一立新春晨"


def made(random: Random, sex: str) -> str:
    """A name of two or three characters, now and then with a compound surname."""
    surname = random.choice(COMPOUND) if random.random() < 0.01 else _weighted(random)
    letters = WOMEN if sex == "female" else MEN
    given = random.choice(letters)
    if random.random() < 0.72:
        first = random.choice(SHARED if random.random() < 0.45 else letters)
        given = first + given if first != given else given
    return surname + given


def _weighted(random: Random) -> str:
    """Surnames stand from common to rare: the first third is drawn half of the time."""
    span = len(SURNAMES) // 3 if random.random() < 0.5 else len(SURNAMES)
    return SURNAMES[random.randrange(span)]
