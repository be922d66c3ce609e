using MudBlazor;

namespace StudySuite.Web.Layout;

/// <summary>Calm: one red, warm greys, the system's own Chinese fonts.</summary>
internal static class SuiteTheme
{
    private static readonly string[] Fonts =
        ["system-ui", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "sans-serif"];

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#a61b14",
            PrimaryDarken = "#861510",
            Secondary = "#475569",
            Info = "#1f5f99",
            Success = "#2e6b3a",
            Warning = "#8a5300",
            Error = "#b3261e",
            Background = "#f5f4f1",
            Surface = "#ffffff",
            AppbarBackground = "#ffffff",
            AppbarText = "#22211f",
            DrawerBackground = "#ffffff",
            DrawerText = "#3c3a37",
            DrawerIcon = "#5b5852",
            TextPrimary = "#22211f",
            TextSecondary = "#56534e",
            ActionDefault = "#56534e",
            LinesDefault = "#dedbd5",
            TableLines = "#e6e3dd",
            Divider = "#e6e3dd",
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px", DrawerWidthLeft = "232px", AppbarHeight = "56px" },
        Typography = new Typography { Default = new DefaultTypography { FontFamily = Fonts, FontSize = "0.9375rem", LineHeight = "1.6" } },
    };
}
