from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("experts", "0001_initial"),
        ("selection", "0002_rules"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="invitation",
            name="invitation_sent_before_answered",
        ),
        migrations.AlterField(
            model_name="invitation",
            name="state",
            field=models.CharField(
                choices=[
                    ("unsent", "未发出"),
                    ("pending", "等待答复"),
                    ("accepted", "已接受"),
                    ("declined", "已谢绝"),
                    ("recused", "声明回避"),
                    ("expired", "逾期未答复"),
                    ("withdrawn", "已撤销"),
                    ("clash", "时间已被占用"),
                    ("gone", "已不在库"),
                ],
                default="unsent",
                max_length=10,
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["unsent", "clash", "gone", "withdrawn"]),
                    models.Q(("answer_by__isnull", False), ("sent_at__isnull", False)),
                    _connector="OR",
                ),
                name="invitation_sent_before_answered",
            ),
        ),
    ]
